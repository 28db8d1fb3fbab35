using Comity.Service.Advising;
using Comity.Service.Appointments;
using Comity.Service.Concerns;
using Comity.Service.Concerns.Hearing;
using Comity.Service.Content;
using Comity.Service.Demonstration;
using Comity.Service.Figures;
using Comity.Service.Information;
using Comity.Service.Mail;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Requests;
using Comity.Service.Storage;
using Comity.Service.WardInformation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Comity.Service.Tests.Demonstration;

/// <summary>What every demonstration council holds beside its enquiries, and that its figures are those of its matters.</summary>
internal static class OneOfEach
{
    /// <summary>Advice 3, meetings 3, news 2, and one each of a request for information, a question and a piece of work; three enquiries on one thing; concerns 4.</summary>
    public const int Matters = 18;

    /// <summary>Whoever hears the concerns about an officer, as <c>docs/demonstration.md</c> says under each protocol.</summary>
    private static readonly Dictionary<string, string> Hearers = new(StringComparer.Ordinal)
    {
        ["wigan"] = "Grounds Team Leader",
        ["borough"] = "Executive Director of People and Resources",
        ["town"] = "Town Clerk",
        ["generic"] = "Chairman of the Parish Council",
        ["west-lavington"] = "Chairman of the Parish Council",
    };

    private static readonly DateOnly Today = BuiltDemonstration.Today;

    public static async Task ShouldBeHeldAsync(BuiltDemonstration.Built built, CancellationToken cancel)
    {
        await using var services = Services(built);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ComityDb>();

        (await db.AdviceRemarks.Select(remark => remark.Kind).ToListAsync(cancel)).ShouldBe(
            [AdviceRemarkKind.OtherView, AdviceRemarkKind.ChangePressed, AdviceRemarkKind.Weighed],
            ignoreOrder: true
        );
        (await db.PiecesOfAdvice.CountAsync(cancel)).ShouldBe(3);

        var meetings = await db.Appointments.ToDictionaryAsync(one => one.State, cancel);
        meetings.Keys.ShouldBe(Enum.GetValues<AppointmentState>(), ignoreOrder: true);
        LondonTime.DateOf(meetings[AppointmentState.Agreed].Start!.Value).ShouldBeGreaterThan(Today);

        (await db.News.Select(news => news.Kind).ToListAsync(cancel)).ShouldBe(["ward-proposal", "ward-event"], ignoreOrder: true);
        (await db.MatterParties.CountAsync(party => party.Place == News.Told, cancel)).ShouldBeGreaterThanOrEqualTo(4);

        (await db.InformationItems.OrderBy(item => item.Number).Select(item => item.Outcome).ToListAsync(cancel)).ShouldBe([
            ItemOutcome.All,
            ItemOutcome.Part,
            ItemOutcome.Refused,
        ]);
        (await db.ItemQuestions.SingleAsync(cancel)).ShouldSatisfyAllConditions(
            question => question.Kind.ShouldBe(ItemQuestionKind.Review),
            question => question.Answer.ShouldBeNull()
        );

        var question = EnquiryKind.ProtocolQuestion.Key;
        (await db.Matters.SingleAsync(matter => matter.Kind == question, cancel)).State.ShouldBe(MatterState.Open);
        (await db.Messages.CountAsync(message => message.Kind == DeclineEnquiry.MessageKind, cancel)).ShouldBe(1);
        (await db.MatterLinks.Select(link => link.Kind).ToListAsync(cancel)).ShouldBe(
            [MatterLinkKind.Same, MatterLinkKind.Merged],
            ignoreOrder: true
        );
        (await db.SavedViews.CountAsync(cancel)).ShouldBe(3);
        (await db.ReplyTemplates.CountAsync(cancel)).ShouldBe(2);
    }

    /// <summary>Who can owe something: an office that is held, whoever hears a concern in it, and a person whom one is about.</summary>
    public static HashSet<string> Debtors(BuiltDemonstration.Built built, IReadOnlyList<HeldOffice> held) =>
        [
            .. held.SelectMany(one =>
                new[]
                {
                    built.Tokens.Office(one.OfficeId, ContentClass.Indexed),
                    built.Tokens.Office(one.OfficeId, ContentClass.Sealed),
                    built.Tokens.Seat(one.PersonId, one.OfficeId),
                    built.Tokens.Person(one.PersonId, ContentClass.Sealed),
                }
            ),
        ];

    /// <summary>A concern that has just come, one that was told and answered, one with an outcome, and one that waits for somebody to say who hears it.</summary>
    public static async Task ShouldHoldConcernsAsync(BuiltDemonstration.Built built, CancellationToken cancel)
    {
        await using var services = Services(built);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ComityDb>();
        var courses = scope.ServiceProvider.GetRequiredService<ConcernCourses>();
        var protocol = await db.Councils.Select(council => council.ProtocolKey).SingleAsync(cancel);
        var seen = new List<(string Act, MatterState State, bool Silent, bool Told, bool Ended)>();
        foreach (var matter in await db.Matters.AsNoTracking().Where(matter => matter.Kind == Concern.MatterKind).ToListAsync(cancel))
        {
            matter.Class.ShouldBe(ContentClass.Sealed);
            var course = await courses.ReadAsync(matter.Id, cancel);
            course.Step.Hearers.ShouldAllBe(hearer =>
                course.Step.SaysWhoHears || course.Act == ConcernAct.CodeComplaint.Key
                    ? hearer.Title.StartsWith("Monitoring Officer", StringComparison.Ordinal)
                    : hearer.Title == Hearers[protocol]
            );
            seen.Add((course.Act, matter.State, course.Step.SaysWhoHears, course.ToldAt is not null, course.Outcomes.Count > 0));
        }

        var (concern, code) = (ConcernAct.Concern.Key, ConcernAct.CodeComplaint.Key);
        seen.ShouldBe(
            [
                (code, MatterState.Open, false, false, false),
                (concern, MatterState.Open, true, false, false),
                (concern, MatterState.Acknowledged, false, true, false),
                (concern, MatterState.Answered, false, false, true),
            ],
            ignoreOrder: true
        );
        (await db.Messages.CountAsync(message => message.Kind == AnswerConcern.Message, cancel)).ShouldBe(1);
    }

    /// <summary>An email of somebody unknown waits for whoever keeps the register, and for nobody else.</summary>
    public static async Task ShouldHoldMailAsync(BuiltDemonstration.Built built, string keeper, CancellationToken cancel)
    {
        await using var services = Services(built);
        await using var scope = services.CreateAsyncScope();
        var held = await scope
            .ServiceProvider.GetRequiredService<CouncilOnDate>()
            .HeldOffices(Today)
            .Where(office => office.Title == keeper || office.Role == "member")
            .ToListAsync(cancel);
        var letters = new Dictionary<bool, IReadOnlyList<HeldLetter>>();
        foreach (var one in held.OrderBy(office => office.Title == keeper).TakeLast(2))
        {
            var viewer = await scope.ServiceProvider.GetRequiredService<Viewers>().OfAsync(one.PersonId, Today, cancel);
            letters[one.Title == keeper] = await scope.ServiceProvider.GetRequiredService<HeldMail>().ListAsync(viewer, cancel);
        }

        letters[false].ShouldBeEmpty();
        var letter = letters[true].ShouldHaveSingleItem();
        letter.Mail.Because.ShouldBe(HeldBecause.UnknownSender);
        letter.Read.From.ShouldHaveSingleItem().Address.ShouldEndWith(".example");
        letter.Read.Text.ShouldContain("(fictional)");
    }

    /// <summary>Each way of dividing the year's answers comes to the same, and that to what is in the rows.</summary>
    public static async Task ShouldAddUpAsync(BuiltDemonstration.Built built, CancellationToken cancel)
    {
        await using var services = Services(built);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ComityDb>();
        var from = Today.AddYears(-1);
        var figures = await scope
            .ServiceProvider.GetRequiredService<AnsweringFigures>()
            .ReadAsync(new FiguresAsked(from, Today, null), cancel);

        foreach (var tallies in new[] { figures.ByService.Values, figures.ByWard.Values, figures.ByKind.Values, figures.ByMonth.Values })
        {
            tallies.Sum(tally => tally.Due).ShouldBe(figures.All.Due);
            tallies.Sum(tally => tally.InTime).ShouldBe(figures.All.InTime);
            tallies.Sum(tally => tally.Answered).ShouldBe(figures.All.Answered);
        }

        var matters = await db
            .Matters.Include(matter => matter.Duties)
            .Where(matter => matter.Class == ContentClass.Indexed)
            .ToListAsync(cancel);
        var asked = matters.Where(matter => EnquiryKind.IsOne(matter.Kind)).ToList();
        asked.Count(matter => matter.AnsweredAt is { } at && LondonTime.DateOf(at) >= from).ShouldBe(figures.All.Answered);
        var due = asked
            .SelectMany(matter => matter.Duties)
            .Where(duty => EnquiryRules.Replies.Contains(duty.Kind) && duty.DueOn >= from && duty.DueOn <= Today)
            .Where(duty => duty.State == DutyState.Met || (duty.State == DutyState.Owed && duty.DueOn < Today))
            .ToList();
        due.Count.ShouldBe(figures.All.Due);
        due.Count(duty => duty.EndedOn <= duty.DueOn).ShouldBe(figures.All.InTime);
    }

    private static ServiceProvider Services(BuiltDemonstration.Built built)
    {
        var clock = new DemonstrationClock();
        clock.Set(Today, new TimeOnly(10, 0));
        return BuildDemonstration.Compose(built.Open, built.Keys, built.Tokens, clock);
    }
}
