using System.Net;
using Comity.Service.Requests;
using Comity.Testing;

namespace Comity.Web.Tests.Owed;

/// <summary>The lists of what is owed, narrowed by what stands in the address.</summary>
public sealed class OwedListTests
{
    [Theory, EveryDatabase]
    public async Task Narrow_a_list_by_kind_service_and_lateness_shows_what_answers_to_all_of_it(DatabaseKind kind)
    {
        await using var council = await WiganCouncil.StartAsync(kind);
        var light = await council.AskedAsync();
        var hole = await council.AskedAsync(request =>
            request with
            {
                Kind = EnquiryKind.ConstituentComplaint,
                Subject = "Survey of Weir Street",
            }
        );
        foreach (var (person, path) in new[] { (council.People.Member, "/what-i-am-owed"), (council.People.Officer, "/what-i-owe") })
        {
            var visitor = await council.AsAsync(person);
            await ShowsAsync(visitor, path, light, hole);
            await ShowsAsync(visitor, $"{path}?kind=constituent-complaint", hole);
            await ShowsAsync(visitor, $"{path}?service={council.People.Highways}", light, hole);
            await ShowsAsync(visitor, $"{path}?service={council.People.Housing}");
            await ShowsAsync(visitor, $"{path}?overdue=true");
        }

        council.App.Clock.Set(council.App.Clock.Now.AddDays(40));
        var member = await council.AsAsync(council.People.Member);
        await ShowsAsync(member, "/what-i-am-owed?overdue=true&kind=enquiry", light);
        await ShowsAsync(await council.AsAsync(council.People.SameWardMember), "/what-i-am-owed?overdue=true");
    }

    [Theory]
    [InlineData("kind=gossip", "Kind")]
    [InlineData("service=nowhere", "Service")]
    public async Task Narrow_a_list_by_what_there_is_not_says_so_beside_the_field(string query, string field)
    {
        await using var council = await WiganCouncil.StartAsync();
        var member = await council.AsAsync(council.People.Member);

        var page = await member.GetAsync("/what-i-am-owed?" + query);

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.ErrorOf(field).ShouldNotBeNull();
    }

    [Theory, EveryDatabase]
    public async Task Download_a_list_holds_the_same_lines_no_formula_and_no_word_of_what_is_sealed(DatabaseKind kind)
    {
        await using var council = await WiganCouncil.StartAsync(kind);
        var open = await council.AskedAsync(request => request with { Subject = "=HYPERLINK(1)" });
        var secret = await council.AskedAsync(request => request with { Sealed = true, Subject = "Quillfeath" });
        var member = await council.AsAsync(council.People.Member);
        var list = await member.GetAsync("/what-i-am-owed");
        list.Text.ShouldContain("Quillfeath");

        var lines = await LinesAsync(member, list.Document.QuerySelector("a[download]")!.GetAttribute("href")!);

        lines.Length.ShouldBe(3);
        lines.ShouldContain(line =>
            line.StartsWith(open, StringComparison.Ordinal) && line.Contains("'=HYPERLINK(1)", StringComparison.Ordinal)
        );
        lines.ShouldContain(line => line.StartsWith(secret, StringComparison.Ordinal) && line.Contains("sealed", StringComparison.Ordinal));
        string.Concat(lines).ShouldNotContain("Quillfeath");
        (await LinesAsync(member, "/what-i-am-owed/csv?kind=service-request")).Length.ShouldBe(1);
        (await LinesAsync(await council.AsAsync(council.People.OtherGroupMember), "/what-i-am-owed/csv?all=true")).Length.ShouldBe(1);
        (await member.GetAsync("/what-i-am-owed/csv?kind=gossip")).Location.ShouldBe("/what-i-am-owed?kind=gossip");
    }

    private static async Task ShowsAsync(Visitor visitor, string path, params string[] references)
    {
        var page = await visitor.GetAsync(path);
        page.Status.ShouldBe(HttpStatusCode.OK, path);
        page.Document.QuerySelectorAll("tbody a")
            .Select(link => link.GetAttribute("href")!.Split('/')[^1])
            .ShouldBe(references, ignoreOrder: true, path);
    }

    private static async Task<string[]> LinesAsync(Visitor visitor, string address)
    {
        using var answer = await visitor.Client.GetAsync(new Uri(address, UriKind.Relative));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return (await answer.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
    }
}
