using Comity.Service.Arrangements;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Record;
using Comity.Service.Tests.People;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;
using static Comity.Service.Tests.People.SmallCouncil;

namespace Comity.Service.Tests.Arrangements;

public class StateSubstituteTests
{
    private static readonly HashSet<string> Roles = ["monitoring-officer", "clerk", "director"];

    [Theory, EveryDatabase]
    public async Task State_a_substitute_keeps_author_minute_and_days_and_can_be_ended(DatabaseKind kind)
    {
        await using var desk = await RegisterDesk.OpenAsync(kind);
        var (_, office) = desk.Made.Post("Kit Lane", "Head of Legal", "head-of-service");
        await desk.Made.SaveAsync();
        desk.Db.ChangeTracker.Clear();
        var state = new StateSubstitute(desk.Db, desk.Council, desk.Writes);
        var request = new StateSubstituteRequest("monitoring-officer", null, office.Id, " C/14 ", Day, null, Roles);

        var id = (await state.ExecuteAsync(desk.Clerk, request)).ShouldBeOfType<RegisterChange.Done>().Id;
        (await desk.LastRecordAsync()).ShouldBe("substitute-stated");
        var twice = await state.ExecuteAsync(desk.Clerk, request with { From = Day.AddDays(3) });
        desk.Db.ChangeTracker.Clear();

        var fact = await desk.Council.Facts<StatedSubstitute>(Day).SingleAsync();
        (fact.AuthorPersonId, fact.Minute).ShouldBe((desk.Clerk.PersonId, "C/14"));
        twice.ShouldBeOfType<RegisterChange.Refused>().Errors.ShouldHaveSingleItem().Field.ShouldBe("OfficeId");

        var end = new EndSubstitute(desk.Db, desk.Writes, state);
        (await end.ExecuteAsync(desk.Clerk, new(id, null, ""))).ShouldBeOfType<RegisterChange.Refused>().Errors.Count.ShouldBe(2);
        (await end.ExecuteAsync(desk.Clerk, new(id, Day.AddDays(5), "C/15"))).ShouldBeOfType<RegisterChange.Done>();
        (await desk.LastRecordAsync()).ShouldBe("substitute-ended");
        (await desk.Council.Facts<StatedSubstitute>(Day.AddDays(6)).AnyAsync()).ShouldBeFalse();
        await Should.ThrowAsync<ChangedSinceOpenedException>(() => end.ExecuteAsync(desk.Clerk, new(id, Day, "C/16")));
    }

    [Theory, EveryDatabase]
    public async Task State_a_substitute_is_never_for_somebody_whom_it_concerns(DatabaseKind kind)
    {
        await using var desk = await RegisterDesk.OpenAsync(kind);
        var (monitoring, own) = desk.Made.Post("Dee Marsh", "Monitoring Officer", "monitoring-officer");
        var (_, other) = desk.Made.Post("Kit Lane", "Head of Legal", "head-of-service");
        await desk.Made.SaveAsync();
        desk.Db.ChangeTracker.Clear();
        var state = new StateSubstitute(desk.Db, desk.Council, desk.Writes);
        var officer = new Viewer(monitoring.Id, "Dee Marsh", [own.Id], ["monitoring-officer"], []);

        var forOneself = await state.ExecuteAsync(officer, new("monitoring-officer", null, other.Id, "C/14", Day, null, Roles));
        var oneself = await state.ExecuteAsync(officer, new("clerk", null, own.Id, "C/14", Day, null, Roles));
        var byClerk = await state.ExecuteAsync(desk.Clerk, new("clerk", null, other.Id, "C/14", Day, null, Roles));
        desk.Made.States("director", "clerk", monitoring);
        await desk.Made.SaveAsync();
        var byEquivalence = await state.ExecuteAsync(desk.Clerk, new("director", null, other.Id, "C/14", Day, null, Roles));
        var stranger = await state.ExecuteAsync(
            officer with
            {
                Roles = ["officer"],
            },
            new("clerk", null, other.Id, "C/14", Day, null, Roles)
        );

        foreach (var refused in (RegisterChange[])[forOneself, oneself, byClerk, byEquivalence])
        {
            refused
                .ShouldBeOfType<RegisterChange.Refused>()
                .Errors.ShouldHaveSingleItem()
                .Message.ShouldContain("nobody decides about themselves");
        }

        stranger.ShouldBeOfType<RegisterChange.Missing>();
        (await desk.LastRecordAsync()).ShouldBe("");
    }

    [Fact]
    public async Task State_a_substitute_without_its_parts_is_refused_beside_each_field()
    {
        await using var desk = await RegisterDesk.OpenAsync(DatabaseKind.Sqlite);

        var refused = await new StateSubstitute(desk.Db, desk.Council, desk.Writes).ExecuteAsync(
            desk.Clerk,
            new("pope", Guid.CreateVersion7(), null, "", null, null, Roles)
        );

        refused
            .ShouldBeOfType<RegisterChange.Refused>()
            .Errors.Select(error => error.Field)
            .ShouldBe(["Role", "ServiceAreaId", "OfficeId", "Minute", "From"]);
    }
}
