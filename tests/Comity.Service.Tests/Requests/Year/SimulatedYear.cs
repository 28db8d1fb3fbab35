using Comity.Service.Arrangements;
using Comity.Service.Demonstration;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Record;
using Comity.Service.Requests;
using Comity.Service.Storage;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Comity.Service.Tests.Requests.Year;

/// <summary>
/// A council under the Wigan protocol works through a year of enquiries by the service's own classes, day by day. Beside it every date is counted by hand, and
/// at the end of each day the two are compared for whatever was touched.
/// </summary>
internal sealed class SimulatedYear(TestCouncil council, int enquiries)
{
    private const int AnswerWithin = 10;
    private const int FullReplyWithin = 15;
    private const int FollowUpWithin = 10;

    public static readonly DateOnly First = new(2026, 4, 2);
    public static readonly DateOnly Last = First.AddYears(1).AddDays(-1);
    public static readonly DateOnly Proclaimed = new(2026, 9, 21);
    private static readonly DateOnly Proclamation = new(2026, 9, 10);
    private static readonly DateOnly[] Closed = [new(2026, 12, 24), new(2026, 12, 29), new(2026, 12, 30), new(2026, 12, 31)];
    private static readonly Dictionary<string, string> NoFacts = [];

    private readonly SeededNumbers _numbers = new(20261122);
    private readonly DayByDay _calendar = new(Closed);
    private readonly List<AskedInTheYear> _all = [];
    private readonly PriorityQueue<AskedInTheYear, (DateOnly, int)> _next = new();
    private readonly HashSet<AskedInTheYear> _touched = [];

    public int Refused { get; private set; }
    public int Moved { get; private set; }
    public IReadOnlyList<AskedInTheYear> All => _all;

    public async Task LiveAsync()
    {
        await council.ArrangeAsync(ArrangementKeys.ReplyAfterAcknowledgement, $"{FullReplyWithin}");
        await council.ArrangeAsync(ArrangementKeys.PauseForMember, "yes");
        await council.ArrangeAsync(ArrangementKeys.Extension, $"{OwedByHand.MostExtra}");
        await council.ArrangeAsync(ArrangementKeys.FollowUpWindow, $"{FollowUpWithin}");
        await council.ArrangeAsync(ArrangementKeys.ClosureDays, string.Join(',', Closed.Select(day => Duties.Iso(day))));
        var days = Last.DayNumber - First.DayNumber + 1;
        for (var day = First; day <= Last; day = day.AddDays(1))
        {
            var number = day.DayNumber - First.DayNumber;
            council.Clock.Set(day.ToDateTime(new TimeOnly(10, 0), DateTimeKind.Utc));
            if (day == Proclamation)
            {
                await ProclaimAsync();
            }

            for (var i = enquiries * number / days; i < enquiries * (number + 1) / days; i++)
            {
                await AskAsync(Plan(day), day);
            }

            while (_next.TryPeek(out var due, out var when) && when.Item1 <= day)
            {
                _next.Dequeue();
                await ActAsync(due, day);
            }

            await CompareAsync(_touched);
            _touched.Clear();
        }
    }

    /// <summary>Everything that was ever owed, as the database has it, against the count by hand.</summary>
    public Task CompareAllAsync() => CompareAsync(_all);

    private AskedInTheYear Plan(DateOnly day)
    {
        var people = council.People;
        var isLogged = _numbers.Chance(15);
        var service = _numbers.Between(0, 9) switch
        {
            < 5 => people.Highways,
            < 9 => people.Housing,
            _ => (Guid?)null,
        };
        var asked = new AskedInTheYear
        {
            Number = _all.Count + 1,
            Kind = _numbers.Pick([EnquiryKind.Enquiry, EnquiryKind.ServiceRequest, EnquiryKind.ConstituentComplaint]),
            Member = _numbers.Pick([people.Member, people.SameWardMember, people.OtherGroupMember]),
            Service = service,
            ReceivedOn = isLogged ? day.AddDays(-_numbers.Between(0, 3)) : day,
            IsLogged = isLogged,
            Officer =
                service == people.Highways ? people.Officer
                : service == people.Housing ? people.HousingOfficer
                : people.Clerk,
        };
        var on = day;
        void Then(YearsAct act, int least, int most, int count = 0)
        {
            on = on.AddDays(_numbers.Between(least, most));
            on = on.DayOfWeek switch
            {
                DayOfWeek.Saturday => on.AddDays(2),
                DayOfWeek.Sunday => on.AddDays(1),
                _ => on,
            };
            asked.Course.Enqueue((on, act, count));
        }

        if (_numbers.Chance(8))
        {
            Then(YearsAct.PassOn, 0, 6);
        }

        if (_numbers.Chance(15))
        {
            Then(YearsAct.Pause, 0, 18);
            Then(YearsAct.AnswerPause, 0, 20);
        }

        if (_numbers.Chance(12))
        {
            Then(YearsAct.Extend, 0, 12, _numbers.Between(1, 7));
        }

        if (_numbers.Chance(25))
        {
            Then(YearsAct.Acknowledge, 0, 12);
        }

        if (_numbers.Chance(6))
        {
            Then(YearsAct.Pause, 1, 15);
            if (_numbers.Chance(60))
            {
                Then(YearsAct.AnswerPause, 1, 9);
            }
        }

        if (_numbers.Chance(5))
        {
            Then(YearsAct.Close, 1, 20);
            return asked;
        }

        Then(YearsAct.Reply, 0, _numbers.Chance(10) ? 45 : 13);
        if (_numbers.Chance(7))
        {
            Then(YearsAct.FollowUp, 0, 25);
            Then(YearsAct.Reply, 0, 15);
        }

        return asked;
    }

    private async Task AskAsync(AskedInTheYear asked, DateOnly day)
    {
        var clerk = council.People.Clerk;
        var result = await InScopeAsync(
            asked.IsLogged ? clerk : asked.Member,
            (services, viewer) =>
                services
                    .GetRequiredService<AskOfficer>()
                    .ExecuteAsync(
                        new AskOfficerRequest
                        {
                            Kind = asked.Kind,
                            Subject = $"Number {asked.Number} of the year",
                            Question = "When will it be looked at, and by whom?",
                            ServiceAreaId = asked.Service,
                            Capacity = Capacity.WardRepresentative,
                            MemberId = asked.Member,
                            ReceivedOn = asked.ReceivedOn,
                            Facts = NoFacts,
                        },
                        viewer,
                        default
                    )
        );
        var opened = result.ShouldBeOfType<AskOfficerResult.Asked>($"{asked.Kind.Key} on {day}");
        (asked.MatterId, asked.Reference) = (opened.MatterId, opened.Reference);
        asked.Owed.Add(new OwedByHand(EnquiryRules.ReplyDuty, asked.ReceivedOn, AnswerWithin));
        _all.Add(asked);
        Touch(asked);
    }

    private async Task ActAsync(AskedInTheYear asked, DateOnly day)
    {
        var (_, act, days) = asked.Course.Dequeue();
        var byMember = act is YearsAct.AnswerPause or YearsAct.FollowUp or YearsAct.Close;
        var result = await InScopeAsync(
            byMember ? asked.Member : asked.Officer,
            async (services, viewer) =>
            {
                var version = await services
                    .GetRequiredService<ComityDb>()
                    .Matters.Where(matter => matter.Id == asked.MatterId)
                    .Select(matter => matter.Version)
                    .SingleAsync();
                return await DoAsync(services, asked, act, days, new MatterAt(asked.Reference, version), viewer);
            }
        );
        var isDone = result is ActResult.Done;
        isDone.ShouldBe(ByHand(asked, act, days, day), $"{act} ({days}) on {day} in what was received on {asked.ReceivedOn}: {result}");
        Refused += isDone ? 0 : 1;
        Touch(asked);
    }

    private Task<ActResult> DoAsync(IServiceProvider services, AskedInTheYear asked, YearsAct act, int days, MatterAt at, Viewer viewer) =>
        act switch
        {
            YearsAct.Acknowledge => services
                .GetRequiredService<AcknowledgeEnquiry>()
                .ExecuteAsync(new(at, "It was looked at today, and a part is on order until next week.", true), viewer, default),
            YearsAct.Pause => services.GetRequiredService<PauseClock>().ExecuteAsync(new(at, "Which end of the lane?"), viewer, default),
            YearsAct.AnswerPause => services
                .GetRequiredService<AnswerOfficer>()
                .ExecuteAsync(new(at, "The near end.", []), viewer, default),
            YearsAct.Extend => services.GetRequiredService<ExtendDate>().ExecuteAsync(new(at, days, "The part is late."), viewer, default),
            YearsAct.PassOn => services
                .GetRequiredService<ReassignEnquiry>()
                .ExecuteAsync(new(at, OtherOffice(asked), "It is the other service's."), viewer, default),
            YearsAct.Reply => services.GetRequiredService<ReplyToEnquiry>().ExecuteAsync(new(at, "It is mended.", []), viewer, default),
            YearsAct.FollowUp => services
                .GetRequiredService<FollowUpEnquiry>()
                .ExecuteAsync(new(at, "It broke again.", []), viewer, default),
            _ => services.GetRequiredService<CloseEnquiry>().ExecuteAsync(new(at), viewer, default),
        };

    private Guid OtherOffice(AskedInTheYear asked) =>
        asked.Officer == council.People.Officer ? council.People.HousingOffice : council.People.OfficerOffice;

    /// <summary>What the act comes to with a pencil; false where it may not be.</summary>
    private bool ByHand(AskedInTheYear asked, YearsAct act, int days, DateOnly day)
    {
        var owed = asked.Last;
        switch (act)
        {
            case YearsAct.Acknowledge:
                owed.End(day, _calendar);
                asked.Owed.Add(new OwedByHand(EnquiryRules.FullReplyDuty, day, FullReplyWithin));
                return true;
            case YearsAct.Pause:
                if (!owed.Pause(day, _calendar))
                {
                    // The member who was never asked has nothing to answer.
                    Forget(asked, YearsAct.AnswerPause);
                    return false;
                }

                return true;
            case YearsAct.AnswerPause:
                owed.Resume(day);
                return true;
            case YearsAct.Extend:
                return owed.Extend(day, days, _calendar);
            case YearsAct.PassOn:
                asked.Officer = asked.Officer == council.People.Officer ? council.People.HousingOfficer : council.People.Officer;
                return true;
            case YearsAct.Reply when owed.HasEnded:
                return true;
            case YearsAct.Reply or YearsAct.Close:
                owed.End(day, _calendar);
                asked.AnsweredOn = day;
                return true;
            default:
                if (day > _calendar.After(asked.AnsweredOn!.Value, FollowUpWithin, static _ => false))
                {
                    Forget(asked, YearsAct.Reply);
                    return false;
                }

                asked.Owed.Add(new OwedByHand(EnquiryRules.ReplyDuty, day, AnswerWithin));
                return true;
        }
    }

    private static void Forget(AskedInTheYear asked, YearsAct act)
    {
        if (asked.Course.TryPeek(out var next) && next.Act == act)
        {
            asked.Course.Dequeue();
        }
    }

    /// <summary>A day is proclaimed eleven days ahead: the texts are taken up, and what is owed is counted again. What moved is what moves by hand.</summary>
    private async Task ProclaimAsync()
    {
        var before = _all.SelectMany(Open).ToDictionary(one => (one.Reference, one.Owed.Kind), one => one.Owed.Due(_calendar));
        _calendar.Proclaim(Proclaimed);
        var expected = _all.SelectMany(Open)
            .Select(one => new RecountedDuty(one.Reference, one.Owed.Kind, before[(one.Reference, one.Owed.Kind)], one.Owed.Due(_calendar)))
            .Where(one => one.Before != one.After)
            .OrderBy(one => one.Reference, StringComparer.Ordinal)
            .ToList();

        var texts = TestPeople
            .WiganTexts()
            .Select(text =>
                text.Path.EndsWith("bank-holidays.tsv", StringComparison.Ordinal)
                    ? text with
                    {
                        Text =
                            $"{text.Text.TrimEnd('\n')}\n{Proclaimed:yyyy-MM-dd}\tengland-and-wales\tA made-up day\tproclaimed\tverified\ta test\n",
                    }
                    : text
            )
            .ToList();
        (await council.DoAsync<TakeUpTexts, bool>(take => take.ExecuteAsync(texts, Acting.Service, default))).ShouldBeTrue();
        var moved = await council.DoAsync<RecountDuties, IReadOnlyList<RecountedDuty>>(job => job.ExecuteAsync(default));
        moved.OrderBy(one => one.Reference, StringComparer.Ordinal).ShouldBe(expected);
        Moved = moved.Count;

        static IEnumerable<(string Reference, OwedByHand Owed)> Open(AskedInTheYear asked) =>
            asked.Last.HasEnded ? [] : [(asked.Reference, asked.Last)];
    }

    private async Task CompareAsync(IReadOnlyCollection<AskedInTheYear> which)
    {
        foreach (var some in which.Chunk(500))
        {
            var ids = some.Select(asked => asked.MatterId).ToList();
            var rows = await council.ReadAsync(db =>
                db.Duties.Where(duty => ids.Contains(duty.MatterId))
                    .Select(duty => new
                    {
                        duty.MatterId,
                        duty.Id,
                        duty.Kind,
                        duty.HasEnded,
                        duty.DueOn,
                    })
                    .ToListAsync()
            );
            var owed = rows.ToLookup(row => row.MatterId);
            foreach (var asked in some)
            {
                owed[asked.MatterId]
                    .OrderBy(row => row.Id)
                    .Select(row => (row.Kind, row.HasEnded, row.DueOn))
                    .ShouldBe(
                        asked.Owed.Select(byHand => (byHand.Kind, byHand.HasEnded, byHand.Due(_calendar))),
                        $"what was received on {asked.ReceivedOn}"
                    );
            }
        }
    }

    private void Touch(AskedInTheYear asked)
    {
        _touched.Add(asked);
        if (asked.Course.TryPeek(out var next))
        {
            _next.Enqueue(asked, (next.On, asked.Number));
        }
    }

    private Task<TResult> InScopeAsync<TResult>(Guid person, Func<IServiceProvider, Viewer, Task<TResult>> act) =>
        council.DoAsync<IServiceProvider, TResult>(async services =>
        {
            council.Clock.Advance(TimeSpan.FromSeconds(1));
            await RelaxedCommits.BeginAsync(services.GetRequiredService<ComityDb>(), default);
            var viewer = await services.GetRequiredService<Viewers>().OfAsync(person, DateOnly.FromDateTime(council.Clock.Now));
            return await act(services, viewer);
        });
}
