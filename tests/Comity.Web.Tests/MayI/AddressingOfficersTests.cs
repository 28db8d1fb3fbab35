using Comity.Testing;

namespace Comity.Web.Tests.MayI;

/// <summary>What a member is told who asks whether they may go to a junior officer, give an order or have advice.</summary>
public class AddressingOfficersTests
{
    [Theory]
    [Norm("wigan/2/h")]
    [Norm("wigan/4.5/c")]
    [Norm("wigan/4.5/d")]
    [Norm("wigan/4.5/g")]
    [Norm("wigan/4.5/h")]
    [Norm("wigan/4.5/i")]
    [Norm("wigan/4.5/j")]
    [InlineData("contact-junior-officer", "junior-officer&contact-purpose=ongoing-casework", "Yes.", "Clause 4.5")]
    [InlineData("contact-junior-officer", "junior-officer&contact-purpose=routine", "Yes.", "Clause 4.5")]
    [InlineData(
        "contact-junior-officer",
        "junior-officer&contact-purpose=policy-views",
        "No: it should not be done. You may go on, and must record the reason.",
        "Ask the chief officer about policy, not junior staff."
    )]
    [InlineData(
        "contact-junior-officer",
        "junior-officer&contact-purpose=non-routine",
        "No: it should not be done. You may go on, and must record the reason.",
        "Business out of the routine goes to the chief officer."
    )]
    [InlineData(
        "instruct-officer",
        "junior-officer&specific-delegation=yes",
        "No: it should not be done. You may go on, and must record the reason.",
        "Junior staff take their orders from their managers"
    )]
    [InlineData("ask-advice", "officer", "Somebody else deals with this.", "the Chief officer of the person addressed")]
    [InlineData("instruct-officer", "officer", "No. This is final.", "One member alone cannot order an officer to do something.")]
    public async Task Ask_before_one_addresses_an_officer_is_answered_by_the_clause(string act, string said, string answer, string words)
    {
        await using var council = await WiganCouncil.StartAsync();
        var member = await council.AsAsync(council.People.Member);

        var page = await member.GetAsync($"/may-i/{act}/answer?by=member&to={said}");

        page.Heading.ShouldBe(answer, page.Text);
        page.Text.ShouldContain(words);
    }
}
