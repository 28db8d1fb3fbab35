using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Comity.Service.Requests;
using Comity.Testing;

namespace Comity.Web.Tests.Hosting;

/// <summary>
/// A text that no database keeps, and one that is too long for its place, in every text field of every form: the answer is a page that says so, on both
/// databases alike. The forms are found on the pages.
/// </summary>
public class HostileTextTests
{
    // A file that no form asks for makes a browser's form of several parts, in which every character comes through.
    private static readonly (string Field, string FileName, byte[] Bytes)[] InParts = [("Unasked", "a.txt", [65])];

    private static readonly string TooLong = string.Concat(Enumerable.Repeat("0123456789 abcdefghi ", 4_000));

    [Theory]
    [MemberData(nameof(BothDatabases.All), MemberType = typeof(BothDatabases))]
    public async Task Send_a_nul_or_a_book_in_any_text_field_is_answered_by_a_page_that_says_so(DatabaseKind kind)
    {
        await using var council = await WiganCouncil.StartAsync(kind);
        var reference = await council.AskedAsync();
        var answered = await council.AskedAsync();
        var at = new EnquiryAt(answered, 1);
        var officer = await council.ViewerAsync(council.People.Officer);
        await council.DoAsync<ReplyToEnquiry, EnquiryActResult>(act => act.ExecuteAsync(new(at, "Mended.", []), officer, default));
        var draft = await council.DoAsync<Drafts, Guid>(async drafts =>
            await drafts.StartAsync(await council.ViewerAsync(council.People.Member), new DraftAnswers { Kind = "enquiry" }, default)
        );
        (Guid Person, string[] Pages)[] places =
        [
            (
                council.People.Member,
                ["/ask", $"/ask/{draft}/details", $"/ask/{draft}/resident", .. Of(reference, "follow-up"), .. Of(answered, "rate")]
            ),
            (
                council.People.Officer,
                [.. Of(reference, "reply", "acknowledge", "delay", "progress", "pause", "extend", "unanswered", "note", "reassign")]
            ),
            (
                council.People.Clerk,
                [
                    "/ask",
                    "/people",
                    "/people/registers",
                    "/arrangements",
                    $"/people/{council.People.Member}",
                    $"/people/services/{council.People.Highways}",
                    "/accounts",
                ]
            ),
        ];
        var wrong = new List<string>();
        var fields = 0;
        foreach (var (person, pages) in places)
        {
            var visitor = await council.AsAsync(person);
            foreach (var address in pages)
            {
                fields += await TryAsync(visitor, address, wrong);
            }
        }

        wrong.ShouldBeEmpty();
        fields.ShouldBeGreaterThan(15);
    }

    [Fact]
    public async Task Send_a_nul_keeps_everything_else_that_was_typed_and_writes_nothing()
    {
        await using var council = await WiganCouncil.StartAsync();
        var reference = await council.AskedAsync();
        var officer = await council.AsAsync(council.People.Officer);
        var form = await officer.GetAsync($"/enquiries/{reference}/extend");

        var answer = await officer.SubmitAsync(form, "main form", InParts, ("Days", "3"), ("Words", "A part is \0late."));

        answer.ErrorOf("Words").ShouldNotBeNull().ShouldStartWith("There was a character in it that cannot be kept.");
        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Html.ShouldContain("A part is late.");
        answer.Document.QuerySelector<IHtmlInputElement>("#Days")!.Value.ShouldBe("3");
        (await council.MatterVersionAsync(reference)).ShouldBe(1);
    }

    private static IEnumerable<string> Of(string reference, params string[] pages) =>
        pages.Select(page => $"/enquiries/{reference}/{page}");

    private static async Task<int> TryAsync(Visitor visitor, string address, List<string> wrong)
    {
        var page = await visitor.GetAsync(address);
        page.Status.ShouldBe(HttpStatusCode.OK, $"{address}: {page.Text}");
        var tried = 0;
        var forms = page.Document.QuerySelectorAll<IHtmlFormElement>("main form[method=post]").ToList();
        for (var i = 0; i < forms.Count; i++)
        {
            forms[i].SetAttribute("data-form", $"{i}");
            foreach (var field in forms[i].Elements.Where(IsText).Select(element => element.GetAttribute("name")!).ToList())
            {
                tried++;
                var form = $"form[data-form='{i}']";
                foreach (var (what, text) in new[] { ("a NUL", "be\0fore"), ("a book", TooLong) })
                {
                    var answer = await visitor.SubmitAsync(page, form, InParts, (field, text));
                    if (answer.Status != HttpStatusCode.BadRequest || answer.Errors.Count == 0)
                    {
                        wrong.Add($"{address}: {what} in {field} is answered by {(int)answer.Status}: {answer.Heading}");
                    }
                }

                // In this writing of a form the server itself takes no NUL, and the page for a request that makes no sense says so.
                (await visitor.SubmitAsync(page, form, (field, "be\0fore"))).Status.ShouldBe(HttpStatusCode.BadRequest, address);
            }
        }

        return tried;
    }

    private static bool IsText(IElement element) =>
        element.GetAttribute("inputmode") != "numeric"
        && element
            is IHtmlTextAreaElement { Name.Length: > 0 }
                or IHtmlInputElement { Name.Length: > 0, Type: "text" or "email" or "search" };
}
