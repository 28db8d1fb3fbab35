using Comity.Protocols.Language;
using Comity.Service.ProtocolLibrary;
using Comity.Testing;

namespace Comity.Web.Tests.Protocol;

/// <summary>Norms that guide, shown in the protocol's own words where somebody would look for them.</summary>
public class NormsShownTests
{
    [Fact]
    [Norm("wigan/1.1/a")]
    [Norm("wigan/1.2/a")]
    [Norm("wigan/1.3/a")]
    [Norm("wigan/1.3/b")]
    [Norm("wigan/6.3/b")]
    [Norm("wigan/9.1/a")]
    public async Task Open_the_protocol_shows_what_it_is_for_and_what_it_rests_on()
    {
        await using var council = await WiganCouncil.StartAsync();

        var page = await (await council.AsAsync(council.People.Member)).GetAsync("/protocol");

        foreach (var norm in new[] { "1.1/a", "1.2/a", "1.3/a", "1.3/b", "6.3/b", "9.1/a" })
        {
            page.Text.ShouldContain(Shown(norm));
        }
    }

    [Fact]
    [Norm("wigan/1.4/a")]
    [Norm("wigan/1.4/b")]
    [Norm("wigan/2/a")]
    [Norm("wigan/2/b")]
    [Norm("wigan/2/c")]
    [Norm("wigan/2/d")]
    [Norm("wigan/2/e")]
    [Norm("wigan/2/f")]
    [Norm("wigan/2/g")]
    [Norm("wigan/5.3/c")]
    public async Task Open_members_shows_what_the_protocol_says_of_being_one_and_of_the_contact_of_a_group()
    {
        await using var council = await WiganCouncil.StartAsync();

        var page = await (await council.AsAsync(council.People.Member)).GetAsync("/people/members");

        foreach (var norm in new[] { "1.4/a", "1.4/b", "2/a", "2/b", "2/c", "2/d", "2/e", "2/f", "2/g", "5.3/c" })
        {
            page.Text.ShouldContain(Shown(norm));
        }
    }

    [Fact]
    [Norm("wigan/6.5/b")]
    [Norm("wigan/6.5/c")]
    public async Task Ask_shows_the_guidance_on_how_much_to_ask()
    {
        await using var council = await WiganCouncil.StartAsync();
        var member = await council.AsAsync(council.People.Member);

        var sent = await member.SubmitAsync(await member.GetAsync("/ask"), "main form", ("Kind", "enquiry"));
        var rule = await member.OpenAsync(sent.Location!);

        rule.Text.ShouldContain(Shown("6.5/b"));
        rule.Text.ShouldContain(Shown("6.5/c"));
    }

    // Read from the repository as it stands, whatever texts the council of the test has.
    private static string Shown(string norm) =>
        PackFolder
            .Open(Checkout.PathOf(PackFolder.Name))
            .Find("wigan")!
            .File.Norms.Single(one => one.Id == $"wigan/{norm}")
            .Rules.SelectMany(rule => rule.Effects)
            .OfType<ShowEffect>()
            .First()
            .Text;
}
