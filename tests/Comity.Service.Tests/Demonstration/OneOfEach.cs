using Comity.Service.Advising;
using Comity.Service.Appointments;
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
    /// <summary>Advice 3, meetings 3, news 2, and one each of a request for information, a question and a piece of work; three enquiries on one thing.</summary>
    public const int Matters = 14;

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
