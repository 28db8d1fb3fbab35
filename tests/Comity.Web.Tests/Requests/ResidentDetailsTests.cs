using System.Net;
using Comity.Service.Matters;
using Comity.Service.Requests;

namespace Comity.Web.Tests.Requests;

/// <summary>What a resident's details rest on before they go anywhere.</summary>
public sealed class ResidentDetailsTests
{
    [Fact]
    public async Task Give_sensitive_details_wants_them_to_be_needed_and_keeps_all_of_it_closed()
    {
        await using var council = await WiganCouncil.StartAsync();
        var member = await council.AsAsync(council.People.Member);
        var resident = await ToResidentAsync(council, member, Capacity.WardRepresentative);
        resident.Text.ShouldContain("You ask for your ward or a resident");
        (string, string?)[] third =
        [
            ("For", "yes"),
            ("Name", "Mavis Resident"),
            ("AskedThemselves", "false"),
            ("Basis", ConstituentBasis.Limbs[0]),
            ("Sensitive", "true"),
        ];

        (await member.SubmitAsync(resident, "main form", third)).ShouldHaveErrors(
            "Sensitive details may go only as far as they are needed: say that these are, or leave them out"
        );
        var check = await member.OpenAsync(
            (await member.SubmitAsync(resident, "main form", [.. third, ("OnlyWhatIsNeeded", "true")])).Location!
        );

        check.Text.ShouldContain("Only you and the officer who answers. Sealed.");
        var sent = await member.SubmitAsync(check, "main form");
        sent.Status.ShouldBe(HttpStatusCode.Redirect);
        var officer = await council.AsAsync(council.People.Officer);
        var details = await officer.GetAsync($"{sent.Location}/resident");
        details.Text.ShouldContain(ConstituentBasis.Limbs[0]);
        details.Text.ShouldContain("Some of it is sensitive; no more than what was asked calls for.");
    }

    [Fact]
    public async Task Give_a_residents_details_for_the_party_is_stopped_beside_the_field()
    {
        await using var council = await WiganCouncil.StartAsync();
        var member = await council.AsAsync(council.People.Member);
        var resident = await ToResidentAsync(council, member, Capacity.Party);

        var stopped = await member.SubmitAsync(
            resident,
            "main form",
            ("For", "yes"),
            ("Name", "Mavis Resident"),
            ("AskedThemselves", "true"),
            ("Sensitive", "false")
        );

        stopped.ErrorOf("For").ShouldNotBeNull().ShouldStartWith("You ask for your party or group");
        stopped.Html.ShouldContain("Mavis Resident");
    }

    private static async Task<Page> ToResidentAsync(WiganCouncil council, Visitor visitor, Capacity capacity)
    {
        var rule = await visitor.OpenAsync(
            (await visitor.SubmitAsync(await visitor.GetAsync("/ask"), "main form", ("Kind", EnquiryKind.Task.Key))).Location!
        );
        var details = await visitor.OpenAsync((await visitor.SubmitAsync(rule, "main form")).Location!);
        var next = await visitor.SubmitAsync(
            details,
            "main form",
            ("Subject", "Lamp out"),
            ("Question", "The lamp at number 4 is out."),
            ("ServiceAreaId", council.People.Highways.ToString("D")),
            ("Capacity", capacity.ToString())
        );
        return await visitor.GetAsync(next.Location!);
    }
}
