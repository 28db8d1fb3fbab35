using System.Net;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Tests.Find;

/// <summary>What somebody looks for again and again.</summary>
public sealed class SavedViewTests
{
    [Theory, EveryDatabase]
    public async Task Save_what_was_found_keeps_the_question_for_oneself_and_asks_it_anew_behind_the_wall(DatabaseKind kind)
    {
        await using var scene = await EnquiryScene.StartAsync(kind);
        var member = await scene.AsAsync(scene.Member);
        var found = await member.GetAsync("/find?kinds=enquiry&words=damp&from.day=");
        var form = await member.GetAsync(
            found.Document.QuerySelectorAll("main a").Single(link => link.TextContent == "Save this view").GetAttribute("href")!
        );

        var saved = await member.SubmitAsync(form, "main form", ("Name", "Damp"));

        saved.Location.ShouldBe("/find/views");
        var home = await member.GetAsync("/find");
        var view = home.Document.QuerySelector("a.comity-view")!;
        view.TextContent.ShouldBe("Damp");
        var opened = await member.GetAsync(view.GetAttribute("href")!);
        opened.Heading2().ShouldBe("1 found");
        opened.Document.QuerySelector("#Words")!.GetAttribute("value").ShouldBe("damp");

        var other = await scene.AsAsync(scene.OtherMember);
        (await other.GetAsync("/find")).Document.QuerySelector("a.comity-view").ShouldBeNull();
        (await other.GetAsync("/find/views")).Text.ShouldContain("You have saved none.");
        (await other.GetAsync(view.GetAttribute("href")!)).Heading2().ShouldBe("Nothing found");
        await scene.App.OpenDatabase().Grants.ExecuteDeleteAsync();
        (await member.GetAsync(view.GetAttribute("href")!)).Heading2().ShouldBe("Nothing found");
    }

    [Theory, EveryDatabase]
    public async Task Rename_and_remove_a_view_is_for_whoever_saved_it(DatabaseKind kind)
    {
        await using var scene = await EnquiryScene.StartAsync(kind);
        var member = await scene.AsAsync(scene.Member);
        await SaveAsync(member, "Late", "overdue=true");
        var page = await member.GetAsync("/find/views");
        var address = page.Document.QuerySelectorAll("main li a")[^1].GetAttribute("href")!;

        var stranger = await scene.AsAsync(scene.OtherMember);
        (await stranger.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
        var own = await stranger.GetAsync("/find/views?query=overdue%3Dtrue");
        var token = own.Document.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        foreach (var handler in new[] { "", "?handler=Remove" })
        {
            using var forged = new FormUrlEncodedContent([
                KeyValuePair.Create("__RequestVerificationToken", token),
                KeyValuePair.Create("Name", "Mine"),
            ]);
            (await stranger.Client.PostAsync(new Uri(address + handler, UriKind.Relative), forged)).StatusCode.ShouldBe(
                HttpStatusCode.NotFound
            );
        }

        (await member.SubmitAsync(await member.GetAsync(address), "main form:last-of-type", ("Name", "Overdue"))).Status.ShouldBe(
            HttpStatusCode.Redirect
        );
        (await member.GetAsync("/find/views")).Text.ShouldContain("Overdue");
        (await member.SubmitAsync(await member.GetAsync(address), "main form")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await member.GetAsync("/find/views")).Text.ShouldContain("You have saved none.");
        (await member.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Save_a_view_without_a_name_or_under_one_that_is_taken_says_so()
    {
        await using var scene = await EnquiryScene.StartAsync();
        var member = await scene.AsAsync(scene.Member);
        await SaveAsync(member, "Late", "overdue=true");

        (await SaveAsync(member, " ", "overdue=true")).ShouldHaveErrors("Enter a name");
        (await SaveAsync(member, "late", "words=damp")).ShouldHaveErrors("You have a view of that name. Choose another name");
        (await SaveAsync(member, new string('n', 81), "words=damp")).ShouldHaveErrors("The name must be 80 characters or fewer");
    }

    private static async Task<Page> SaveAsync(Visitor visitor, string name, string query) =>
        await visitor.SubmitAsync(await visitor.GetAsync("/find/views?query=" + Uri.EscapeDataString(query)), "main form", ("Name", name));
}
