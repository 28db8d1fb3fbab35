using Comity.Service.Arrangements;
using Comity.Service.People;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Tests.Arrangements;

/// <summary>What the council settles fills a gap, and takes the place of nothing that its protocol says.</summary>
public class StateArrangementTests
{
    [Theory, EveryDatabase]
    public async Task State_a_time_for_replies_where_the_protocol_gives_one_is_refused_and_names_the_clause(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind, SecondProtocols.Texts(SecondProtocols.Millbrook));

        var refused = await StateAsync(council, ArrangementKeys.ReplyTime);

        refused
            .ShouldBeOfType<RegisterChange.Refused>()
            .Errors.ShouldHaveSingleItem()
            .Message.ShouldBe("An arrangement fills a gap, and there is none: 12.7 Answering gives the time (millbrook/12.7/a)");
        (await council.ReadAsync(db => db.Arrangements.AnyAsync())).ShouldBeFalse();
    }

    [Theory, EveryDatabase]
    public async Task State_a_time_for_replies_where_the_protocol_is_silent_keeps_author_minute_and_days(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind, SecondProtocols.Texts(SecondProtocols.Stillwater));

        (await StateAsync(council, ArrangementKeys.ReplyTime)).ShouldBeOfType<RegisterChange.Done>();

        var stated = await council.ReadAsync(db => db.Arrangements.SingleAsync());
        (stated.AuthorPersonId, stated.Minute, stated.From).ShouldBe((council.People.Clerk, "C/14", council.Clock.Today()));
    }

    [Theory, EveryDatabase]
    public async Task State_a_figure_that_the_protocol_does_not_leave_to_the_council_is_refused(DatabaseKind kind)
    {
        await using var alderford = await TestCouncil.CreateAsync(kind, SecondProtocols.Texts(SecondProtocols.Alderford));
        await using var stillwater = await TestCouncil.CreateAsync(kind, SecondProtocols.Texts(SecondProtocols.Stillwater));

        (await StateAsync(alderford, ArrangementKeys.StandardPrefix + "enquiries")).ShouldBeOfType<RegisterChange.Done>();
        (await StateAsync(stillwater, ArrangementKeys.StandardPrefix + "enquiries"))
            .ShouldBeOfType<RegisterChange.Refused>()
            .Errors.ShouldHaveSingleItem()
            .Message.ShouldBe("The protocol leaves no such figure to the council");
    }

    private static async Task<RegisterChange> StateAsync(TestCouncil council, string key)
    {
        var clerk = await council.ViewerAsync(council.People.Clerk);
        var request = new StateArrangementRequest(key, "8", " C/14 ", council.Clock.Today(), null);
        return await council.DoAsync<StateArrangement, RegisterChange>(state => state.ExecuteAsync(clerk, request));
    }
}
