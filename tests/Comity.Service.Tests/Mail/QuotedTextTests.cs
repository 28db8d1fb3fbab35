using Comity.Service.Mail;
using Comity.Service.Notifications;

namespace Comity.Service.Tests.Mail;

public class QuotedTextTests
{
    [Theory]
    [InlineData(
        "Yes, on Monday.\n\nOn Thu, 2 Apr 2026 at 10:00, Elmbrook Council wrote:\n> " + Notices.Line + "\n> Ada,",
        "Yes, on Monday."
    )]
    [InlineData("Yes.\n\nOn Thu, 2 Apr 2026 at 10:00, Elmbrook Council\n<comity@elmbrook.example> wrote:\n\n> When?\n", "Yes.")]
    [InlineData("Yes.\n-----Original Message-----\nFrom: Ada\nWhen?", "Yes.")]
    [InlineData("Yes.\n\n________________________________\nFrom: Ada\nSent: today\n", "Yes.")]
    [InlineData("Yes.\n" + Notices.Line + "\nAda Marsh,", "Yes.")]
    [InlineData("> When?\nOn Monday.\n> Where?\nAt the depot.\n\n> Thanks\n", "> When?\nOn Monday.\n> Where?\nAt the depot.")]
    [InlineData("On Monday we wrote: it is closed", "On Monday we wrote: it is closed")]
    public void Written_is_what_stands_above_what_was_repeated(string text, string written) => QuotedText.Written(text).ShouldBe(written);

    [Theory]
    [InlineData("> only what was repeated")]
    [InlineData(Notices.Line + "\nbelow the line")]
    public void Written_where_nothing_stands_above_is_the_whole(string text) => QuotedText.Written(text).ShouldBe(text);

    [Fact]
    public void Written_gives_nobody_the_address_of_somebody_else() =>
        QuotedText.Written("I wrote to comity+abcdefghijkmnpqrstuvwxyz23@elmbrook.example").ShouldBe("I wrote to comity@elmbrook.example");
}
