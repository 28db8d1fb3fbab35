using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.Record;
using Comity.Service.Requests;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Tests.Matters;

/// <summary>Grants begin and end at an instant, names are put to tokens, and mail says nothing.</summary>
public sealed class MatterWallTests
{
    [Theory, EveryDatabase]
    public async Task Give_AndEnd_ShowsTheMatterBetweenTheTwoAndSaysBothInTheRecord(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var at = await council.AskedAsync();
        var housing = await council.ViewerAsync(council.People.HousingOfficer);
        var token = await council.DoAsync<ViewerTokens, string>(tokens =>
            Task.FromResult(tokens.Office(council.People.HousingOffice, ContentClass.Indexed))
        );
        var begun = council.Clock.Now.AddHours(1);
        await ChangeAsync(
            council,
            at,
            begun,
            (audience, write, matter) =>
            {
                audience.Give(write, matter, token, [Parts.Matter], "A second pair of eyes.", Audience.SafeguardSource);
                return Task.CompletedTask;
            }
        );
        await ChangeAsync(
            council,
            at,
            begun.AddHours(1),
            (audience, write, matter) => audience.EndAsync(write, matter, token, "It has been looked at.", default)
        );

        (await SeesAsync(begun.AddSeconds(-1))).ShouldBeFalse();
        (await SeesAsync(begun)).ShouldBeTrue();
        (await SeesAsync(begun.AddMinutes(59))).ShouldBeTrue();
        (await SeesAsync(begun.AddHours(1))).ShouldBeFalse();
        (await council.ReadAsync(db => db.RecordEntries.Where(entry => entry.Kind == "grant-ended").CountAsync())).ShouldBe(1);

        Task<bool> SeesAsync(DateTime instant) =>
            council.ReadAsync(db => db.Matters.VisibleTo(db, housing, instant).AnyAsync(matter => matter.Reference == at.Reference));
    }

    [Theory, EveryDatabase]
    public async Task Give_OnePart_GivesNoOther(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var at = await council.AskedAsync();
        var clerk = await council.ViewerAsync(council.People.Clerk);
        var token = await council.DoAsync<ViewerTokens, string>(tokens =>
            Task.FromResult(tokens.Person(council.People.Clerk, ContentClass.Indexed))
        );

        await ChangeAsync(
            council,
            at,
            council.Clock.Now,
            (audience, write, matter) =>
            {
                audience.Give(write, matter, token, [Parts.Content], "A mistake: content without the matter.", Audience.SafeguardSource);
                return Task.CompletedTask;
            }
        );

        (
            await council.DoAsync<Comity.Service.Requests.Enquiries, Standing?>(enquiries =>
                enquiries.FindAsync(at.Reference, clerk, default)
            )
        ).ShouldBeNull();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Name_ThePartiesOfAMatter_ReadsThemWhetherSealedOrNot(bool isSealed)
    {
        await using var council = await TestCouncil.CreateAsync(DatabaseKind.Sqlite);
        var at = await council.AskedAsync(request => request with { Sealed = isSealed });
        var matter = await council.MatterAsync(at.Reference);
        var parties = await council.ReadAsync(db => db.MatterParties.Where(party => party.MatterId == matter.Id).ToListAsync());

        var names = await council.DoAsync<MatterNames, NamesInMatter>(reader =>
            reader.OfAsync(matter, parties, [.. matter.Messages.Select(message => message.AuthorToken)], default)
        );

        names.Of(parties.Single(party => party.Place == MatterParties.RaisedBy)).ShouldBe("Alex Member");
        names.Of(parties.Single(party => party.Place == MatterParties.Owner)).ShouldBe("Glen Officer, Highways Liaison Officer");
        names.Of(matter.Messages.Single().AuthorToken).ShouldBe("Alex Member");
        names.Of("p:somebody else").ShouldBe("somebody who has left");
        parties.ShouldAllBe(party => party.PersonId == null == isSealed);
    }

    [Theory, EveryDatabase]
    public async Task Tell_OfAMatter_SaysThatSomethingHappenedAndNotWhat(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var open = await council.AskedAsync();
        var closed = await council.AskedAsync(request => request with { Sealed = true });
        var officer = await council.ViewerAsync(council.People.Officer);
        foreach (var at in new[] { open, closed })
        {
            (
                await council.DoAsync<ReplyToEnquiry, ActResult>(act =>
                    act.ExecuteAsync(new(at, "The column comes on 28 April.", []), officer, default)
                )
            ).ShouldBeOfType<ActResult.Done>();
        }

        var mails = await council.ReadAsync(db => db.Outbox.Select(mail => mail.Subject + "\n" + mail.Body).ToListAsync());
        mails.Count.ShouldBe(6);
        foreach (var word in new[] { "Mill Lane", "mended", "28 April", "column" })
        {
            mails.ShouldAllBe(mail => !mail.Contains(word, StringComparison.OrdinalIgnoreCase));
        }

        mails.Count(mail => mail.Contains(open.Reference, StringComparison.Ordinal)).ShouldBe(3);
        mails.ShouldAllBe(mail => !mail.Contains(closed.Reference, StringComparison.Ordinal));
        mails
            .Where(mail => !mail.Contains(open.Reference, StringComparison.Ordinal))
            .ShouldAllBe(mail => mail.Contains("something for you to read") && !mail.Contains("answered"));
    }

    [Theory, EveryDatabase]
    public async Task LeaveUnanswered_InASealedMatter_LeavesNoWordOfItInTheLedger(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var at = await council.AskedAsync(request => request with { Sealed = true });
        var officer = await council.ViewerAsync(council.People.Officer);

        await council.DoAsync<LeaveUnanswered, ActResult>(act =>
            act.ExecuteAsync(new(at, true, "Velveteen " + new string('w', 4000)), officer, default)
        );

        var matter = await council.MatterAsync(at.Reference);
        matter.State.ShouldBe(MatterState.Closed);
        matter.Duties.SelectMany(duty => duty.Ledger).ShouldAllBe(entry => !entry.Reason.Contains("Velveteen"));
    }

    private static async Task ChangeAsync(
        TestCouncil council,
        MatterAt at,
        DateTime instant,
        Func<Audience, CouncilWrite, Matter, Task> change
    )
    {
        var now = council.Clock.Now;
        council.Clock.Set(instant);
        var matter = await council.MatterAsync(at.Reference);
        await council.DoAsync<IServiceProvider, bool>(async services =>
        {
            await using var write = await ((CouncilWrites)services.GetService(typeof(CouncilWrites))!).BeginAsync(Acting.Service, default);
            await change((Audience)services.GetService(typeof(Audience))!, write, matter);
            await write.CommitAsync(default);
            return true;
        });
        council.Clock.Set(now);
    }
}
