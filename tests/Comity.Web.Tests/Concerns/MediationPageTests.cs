using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Comity.Testing;

namespace Comity.Web.Tests.Concerns;

/// <summary>A mediator is brought in, hears both sides and says how it went.</summary>
public sealed class MediationPageTests
{
    [Theory, EveryDatabase]
    public async Task Mediate_a_concern_is_said_to_both_sides_and_ends_with_a_word_of_how_it_went(DatabaseKind kind)
    {
        await using var council = await WiganCouncil.StartAsync(kind);
        var here = $"/concerns/{await council.RaiseConcernAsync(council.People.Member, council.People.Officer)}";
        var (hearer, member) = (await council.AsAsync(council.People.Manager), await council.AsAsync(council.People.Member));
        await hearer.SubmitAsync(await hearer.GetAsync(here + "/take-up"), "main form", ("Words", "I have it."));

        // Refused step by step: nothing filled in, the person not told, no consent.
        (await hearer.SubmitAsync(await hearer.GetAsync(here + "/mediator"), "main form")).ShouldHaveErrors(
            "Choose who mediates",
            "Enter what both sides are to know"
        );
        (await BringInAsync(hearer, here, "outside", "")).ShouldHaveErrors("Enter who it is from outside");
        (await BringInAsync(hearer, here, await HousingAsync(hearer, here))).Errors.ShouldHaveSingleItem().ShouldContain("Tell them first");
        await hearer.SubmitAsync(await hearer.GetAsync(here + "/tell"), "main form", ("Words", "It is said that you left."));
        (await BringInAsync(hearer, here, await HousingAsync(hearer, here)))
            .Errors.ShouldHaveSingleItem()
            .ShouldContain("has not agreed to a mediator");
        await member.SubmitAsync(await member.GetAsync(here + "/consent"), "main form", ("Given", "mediation"));
        var stale = await hearer.GetAsync(here + "/mediator");
        stale.Text.ShouldContain("Your protocol says nothing of mediators.");

        (await BringInAsync(hearer, here, await HousingAsync(hearer, here))).Location.ShouldBe(here);
        var mediator = await council.AsAsync(council.People.HousingOfficer);
        (await mediator.GetAsync(here)).Text.ShouldContain("He left the meeting.");
        (await hearer.SubmitAsync(stale, "main form", ("Person", "outside"), ("Outside", "Somebody"), ("Words", "Again."))).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
        var subject = await council.AsAsync(council.People.Officer);
        (await subject.GetAsync(here)).Text.ShouldContain("who hears both sides and decides nothing");
        (await subject.GetAsync(here + "/mediated")).Status.ShouldBe(HttpStatusCode.NotFound);

        (await mediator.SubmitAsync(await mediator.GetAsync(here + "/mediated"), "main form")).ShouldHaveErrors(
            "Choose whether it is settled",
            "Enter what both sides are to read"
        );
        var ended = await mediator.SubmitAsync(
            await mediator.GetAsync(here + "/mediated"),
            "main form",
            ("Settled", "yes"),
            ("Words", "They will ring first.")
        );
        ended.Location.ShouldBe("/concerns");
        (await mediator.GetAsync(here)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await subject.GetAsync(here)).Text.ShouldContain("Settled. They will ring first.");
        (await member.GetAsync(here)).Text.ShouldContain("Settled. They will ring first.");
    }

    private static async Task<Page> BringInAsync(Visitor hearer, string here, string? person, string? outside = null) =>
        await hearer.SubmitAsync(
            await hearer.GetAsync(here + "/mediator"),
            "main form",
            ("Person", person),
            ("Outside", outside),
            ("Words", "We meet on Thursday.")
        );

    private static async Task<string> HousingAsync(Visitor hearer, string here) =>
        (await hearer.GetAsync(here + "/mediator"))
            .Document.QuerySelectorAll<IHtmlOptionElement>("#Person option")
            .First(option => option.Text.Contains("Housing", StringComparison.Ordinal))
            .Value;
}
