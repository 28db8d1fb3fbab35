using System.Net;
using Comity.Service.Matters;
using Comity.Service.Requests;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Tests.Requests;

/// <summary>A matter on paper.</summary>
public sealed class PrintTests
{
    [Theory, EveryDatabase]
    [Trait("Takes", "long")]
    public async Task Print_a_matter_has_its_words_working_audience_and_decisions_on_one_page(DatabaseKind kind)
    {
        await using var council = await WiganCouncil.StartAsync(kind);
        var reference = await council.AskedAsync();
        var officer = await council.ViewerAsync(council.People.Officer);
        await council.DoAsync<AddNote, ActResult>(note =>
            note.ExecuteAsync(new(new(reference, 1), "Ring the contractor."), officer, default)
        );

        var page = await (await council.AsAsync(council.People.Member)).GetAsync($"/enquiries/{reference}/print");

        page.Heading.ShouldBe("Street light out in Mill Lane");
        page.Text.ShouldContain("When will the light outside the school be mended?");
        page.Text.ShouldContain("due Monday 20 April 2026");
        page.Text.ShouldContain("Monday 6 April 2026");
        page.Text.ShouldContain("Has it to answer.");
        page.Text.ShouldContain("Decided by 6.1");
        page.Text.ShouldNotContain("Ring the contractor.");
        (await (await council.AsAsync(council.People.Officer)).GetAsync($"/enquiries/{reference}/print")).Text.ShouldContain(
            "Ring the contractor."
        );
        (await (await council.AsAsync(council.People.OtherGroupMember)).GetAsync($"/enquiries/{reference}/print")).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
    }

    [Theory, EveryDatabase]
    public async Task Print_a_sealed_matter_is_a_reading_like_another(DatabaseKind kind)
    {
        await using var council = await WiganCouncil.StartAsync(kind);
        var reference = await council.AskedAsync(request => request with { Sealed = true });
        var member = await council.AsAsync(council.People.Member);

        await member.GetAsync($"/enquiries/{reference}/print");

        (await council.ReadAsync(db => db.ReadEntries.CountAsync())).ShouldBe(1);
    }
}
