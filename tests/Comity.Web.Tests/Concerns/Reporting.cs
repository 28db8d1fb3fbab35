using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Comity.Web.Tests.Concerns;

/// <summary>Somebody without an account at the pages for reporters.</summary>
internal static class Reporting
{
    public const string Happened = "The officer laughed at my Marzipan form.";
    public const string Name = "Winifred Ashgrove, 4 Cuckoo Walk";

    /// <summary>From the address of the documentation (RFC 5737).</summary>
    public const string Address = "203.0.113.7";

    /// <summary>Fills the first page in, with these values besides.</summary>
    public static async Task<Page> FillInAsync(WiganCouncil council, Visitor visitor, params (string Name, string? Value)[] values) =>
        await visitor.SubmitAsync(
            await visitor.GetAsync("/concerns/report"),
            "main form",
            [
                .. new (string Name, string? Value)[]
                {
                    ("Person", council.People.Officer.ToString()),
                    ("WhatHappened", Happened),
                    ("PutRight", "An apology."),
                    ("Name", Name),
                }.Where(usual => values.All(value => value.Name != usual.Name)),
                .. values,
            ]
        );

    public static async Task<Page> CheckAsync(WiganCouncil council, Visitor visitor, params (string Name, string? Value)[] values)
    {
        var page = await FillInAsync(council, visitor, values);
        page.Heading.ShouldBe("Check before you send", page.Text);
        return page;
    }

    public static async Task<(string Code, Page Check)> SendAsync(WiganCouncil council, params (string Name, string? Value)[] values)
    {
        var visitor = council.App.NewVisitor(Address);
        var check = await CheckAsync(council, visitor, values);
        var sent = await visitor.SubmitAsync(check, "main form[action*=Send]");
        sent.Heading.ShouldBe("Your concern has been sent", sent.Text);
        return (CodeOn(sent), check);
    }

    public static string CodeOn(Page page) => page.Document.GetElementById("code")!.TextContent.Trim();

    public static async Task<(Visitor Visitor, Page Page)> ComeBackAsync(WiganCouncil council, string code)
    {
        var visitor = council.App.NewVisitor(Address);
        return (visitor, await visitor.SubmitAsync(await visitor.GetAsync("/concerns/with-code"), "main form", ("Code", code)));
    }

    /// <summary>Whoever is asked names the manager.</summary>
    public static async Task NameHearerAsync(WiganCouncil council, string reference, Guid? asked = null)
    {
        var officer = await council.AsAsync(asked ?? council.People.MonitoringOfficer);
        var page = await officer.GetAsync($"/concerns/{reference}/who-hears");
        var person = page
            .Document.QuerySelectorAll<IHtmlOptionElement>("#Person option")
            .Single(one => one.Text.StartsWith("Fran Manager", StringComparison.Ordinal))
            .Value;
        var done = await officer.SubmitAsync(page, "main form", ("Person", person), ("Minute", "Ruling of 2 April 2026"));
        done.Status.ShouldBe(HttpStatusCode.Redirect, done.Text);
    }
}
