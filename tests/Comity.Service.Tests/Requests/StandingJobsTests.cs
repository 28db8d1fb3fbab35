using Comity.Service.Arrangements;
using Comity.Service.Matters;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Record;
using Comity.Service.Requests;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Tests.Requests;

public sealed class StandingJobsTests
{
    [Theory, EveryDatabase]
    public async Task Recount_WhenAHolidayIsProclaimed_MovesWhatIsStillOwedAndSaysSo(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        var at = await council.AskedAsync();
        Task<IReadOnlyList<RecountedDuty>> RecountAsync() =>
            council.DoAsync<RecountDuties, IReadOnlyList<RecountedDuty>>(job => job.ExecuteAsync(default));
        (await RecountAsync()).ShouldBeEmpty();

        var texts = TestPeople
            .WiganTexts()
            .Select(text =>
                text.Path.EndsWith("bank-holidays.tsv", StringComparison.Ordinal)
                    ? text with
                    {
                        Text =
                            text.Text.TrimEnd('\n')
                            + "\n2026-04-15\tengland-and-wales\tDay of a made-up coronation\tproclaimed\tverified\ta test\n",
                    }
                    : text
            )
            .ToList();
        (await council.DoAsync<TakeUpTexts, bool>(take => take.ExecuteAsync(texts, Acting.Service, default))).ShouldBeTrue();

        (await RecountAsync())
            .ShouldHaveSingleItem()
            .ShouldBe(new RecountedDuty(at.Reference, EnquiryRules.ReplyDuty, new DateOnly(2026, 4, 20), new DateOnly(2026, 4, 21)));
        var duty = (await council.MatterAsync(at.Reference)).Duties.ShouldHaveSingleItem();
        duty.DueOn.ShouldBe(new DateOnly(2026, 4, 21));
        duty.Ledger.Count.ShouldBe(2);
        var told = await council.ReadAsync(db =>
            db.Outbox.Where(mail => mail.Subject.Contains("The calendar of working days changed"))
                .Select(mail => mail.ToPersonId)
                .ToListAsync()
        );
        told.ShouldBe([council.People.Officer, council.People.Member], ignoreOrder: true);
        (await RecountAsync()).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task CloseFinished_ClosesOnlyWhenTheArrangedTimeHasPassed(DatabaseKind kind)
    {
        await using var council = await TestCouncil.CreateAsync(kind);
        await council.ReadAsync(async db =>
        {
            db.Arrangements.Add(
                new Arrangement
                {
                    Id = Guid.CreateVersion7(),
                    Key = ArrangementKeys.FollowUpWindow,
                    Value = "5",
                    AuthorPersonId = council.People.MonitoringOfficer,
                    Minute = "minute 7",
                    From = new DateOnly(2026, 1, 1),
                    RecordedAt = council.Clock.Now,
                }
            );
            return await db.SaveChangesAsync();
        });
        var at = await council.AskedAsync();
        var officer = await council.ViewerAsync(council.People.Officer);
        await council.DoAsync<ReplyToEnquiry, ActResult>(act => act.ExecuteAsync(new(at, "Mended.", []), officer, default));

        council.Clock.Set(new DateTime(2026, 4, 13, 9, 0, 0, DateTimeKind.Utc));
        (await council.DoAsync<CloseFinished, int>(job => job.ExecuteAsync(default))).ShouldBe(0);
        council.Clock.Set(new DateTime(2026, 4, 14, 9, 0, 0, DateTimeKind.Utc));
        (await council.DoAsync<CloseFinished, int>(job => job.ExecuteAsync(default))).ShouldBe(1);

        (await council.MatterAsync(at.Reference)).State.ShouldBe(MatterState.Closed);
    }
}
