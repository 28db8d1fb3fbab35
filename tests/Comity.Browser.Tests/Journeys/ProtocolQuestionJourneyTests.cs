namespace Comity.Browser.Tests.Journeys;

/// <summary>A member who is unsure asks with what "May I …?" said; the Monitoring Officer answers, and says for everybody what it means.</summary>
public class ProtocolQuestionJourneyTests(Chromium chromium)
{
    private const string Question = "May I go along with the head teacher’s consent alone?";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Ask_about_an_answer_and_have_it_made_a_ruling(bool javaScript)
    {
        await using var site = await Site.StartAsync();
        await using var member = await Visit.AsAsync(chromium, site, "Alex Member", javaScript);
        await using var officer = await Visit.AsAsync(chromium, site, "Jo Monitoring", javaScript);

        var here = await AskAsync(member);
        await officer.GoAsync("/what-i-owe");
        await officer.ClickLinkAsync("Visit a school");
        await officer.SeesAsync(Question);
        await officer.SeesAsync("Who would do it? Officer");
        await officer.LooksRightAsync();
        await officer.ClickLinkAsync("Open the same situation in May I …?");
        await officer.HeadingAsync("The protocol does not say.");
        await officer.GoAsync(here);
        await RuleAsync(officer);

        await member.GoAsync(here);
        await member.SeesAsync("R1 Visits to a school");
        await member.LooksRightAsync();
        await member.ClickLinkAsync("R1 Visits to a school");
        await member.SeesAsync("which is shown to nobody else");
        await member.LooksRightAsync();
        member.ShouldHaveKeptToItself();
        officer.ShouldHaveKeptToItself();
    }

    private static async Task<string> AskAsync(Visit member)
    {
        var page = member.Page;
        await member.GoAsync("/may-i/visit-school/answer?by=officer&to=&about=");
        await member.LooksRightAsync();
        await member.PressAsync("Ask the Monitoring Officer about this");

        await member.HeadingAsync("Your question about the protocol");
        await member.SeesAsync("you need not write it again");
        await member.LooksRightAsync();
        await page.GetByLabel("What do you want to know?").FillAsync(Question);
        await member.PressAsync("Continue");

        await member.HeadingAsync("Check before you send");
        await member.SeesAsync("It goes to Jo Monitoring");
        await member.SeesAsync("Who would do it? Officer");
        await member.LooksRightAsync();
        await member.PressAsync("Send it");
        await member.SeesAsync("It has been sent.");
        await member.LooksRightAsync();
        return new Uri(page.Url).AbsolutePath;
    }

    private static async Task RuleAsync(Visit officer)
    {
        var page = officer.Page;
        await officer.ClickLinkAsync("Make this a ruling");
        await officer.SeesAsync("which the ruling does not name");
        await officer.LooksRightAsync();
        await page.GetByLabel("The question in a few words").FillAsync("Visits to a school");
        await page.GetByLabel("It may not be done").CheckAsync();
        await page.GetByLabel("The answer in plain words").FillAsync("Ask the head teacher first.");
        await page.GetByLabel("Reasons").FillAsync("A school is not the council’s office.");
        await page.GetByLabel("Day").FillAsync("2");
        await page.GetByLabel("Month").FillAsync("4");
        await page.GetByLabel("Year").FillAsync("2026");
        await officer.PressAsync("Give the advice");
        await officer.SeesAsync("The advice has been given");
        await officer.LooksRightAsync();
    }
}
