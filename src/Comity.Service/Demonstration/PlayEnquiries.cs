using System.Globalization;
using System.Text;
using Comity.Protocols.Calendars;
using Comity.Service.Demonstration.Stories;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Requests;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Comity.Service.Demonstration;

/// <summary>
/// Plays the planned year through the same classes that serve a real council, each act at its own instant and with a context of its own, so that
/// owners, decisions, duties, dates, grants and the record come out as the rules have them.
/// </summary>
internal sealed class PlayEnquiries(
    IServiceScopeFactory scopes,
    DemonstrationClock clock,
    Cast cast,
    SeededNumbers numbers,
    WorkingDayCalendar calendar
)
{
    public async Task ExecuteAsync(IReadOnlyList<Step> steps, CancellationToken cancellationToken)
    {
        foreach (var step in steps)
        {
            clock.Set(step.At);
            await using var scope = scopes.CreateAsyncScope();
            var services = scope.ServiceProvider;
            await RelaxedCommits.BeginAsync(services.GetRequiredService<ComityDb>(), cancellationToken);
            if (step.Act is { } act)
            {
                await act(new Scene(services, cast, clock.Today()), cancellationToken);
            }
            else if (step.Enquiry is not { } enquiry)
            {
                await services.GetRequiredService<RemindDue>().ExecuteAsync(cancellationToken);
                await services.GetRequiredService<CloseFinished>().ExecuteAsync(cancellationToken);
            }
            else if (step.Kind == StepKind.Ask)
            {
                await AskAsync(services, enquiry, cancellationToken);
            }
            else
            {
                await ActAsync(services, step.Kind, enquiry, cancellationToken);
            }
        }
    }

    private async Task AskAsync(IServiceProvider services, PlannedEnquiry enquiry, CancellationToken cancellationToken)
    {
        var (topic, member) = (enquiry.Topic, enquiry.Member);
        var viewer = await ViewerAsync(services, enquiry.LoggedBy?.Id ?? member.Person.Id, cancellationToken);
        var result = await services
            .GetRequiredService<AskOfficer>()
            .ExecuteAsync(
                new AskOfficerRequest
                {
                    Kind = topic.Kind,
                    Subject = enquiry.Fill(topic.Subject),
                    Question = enquiry.Fill(topic.Question),
                    ServiceAreaId = cast.ServiceOf(topic),
                    WardId = member.Ward.Id,
                    Capacity =
                        topic.Kind == EnquiryKind.Information || (member.HoldsSeniorOffice && topic.Kind == EnquiryKind.Enquiry)
                            ? Capacity.Council
                            : Capacity.WardRepresentative,
                    Sealed = enquiry.IsSealed,
                    Constituent = enquiry.Resident is { } resident
                        ? new ConstituentDetails(
                            resident,
                            FictionalNames.Address(resident, FictionalPlaces.ResidentsDomain),
                            $"{enquiry.Number * 7} {enquiry.Street}, {member.Ward.Name}",
                            true,
                            "The resident asked the member to take it up."
                        )
                        : null,
                    Files = enquiry.WithFile ? [DiaryOf(enquiry)] : [],
                    MemberId = member.Person.Id,
                    ReceivedOn = enquiry.ReceivedOn,
                    Facts = FactsOf(enquiry),
                },
                viewer,
                cancellationToken
            );
        if (result is not AskOfficerResult.Asked asked)
        {
            throw new InvalidOperationException($"“{topic.Subject}” could not be asked: {result}.");
        }

        (enquiry.MatterId, enquiry.Reference) = (asked.MatterId, asked.Reference);
    }

    private async Task ActAsync(IServiceProvider services, StepKind kind, PlannedEnquiry enquiry, CancellationToken cancellationToken)
    {
        var matter = await services
            .GetRequiredService<ComityDb>()
            .Matters.AsNoTracking()
            .SingleAsync(row => row.Id == enquiry.MatterId, cancellationToken);
        var at = new MatterAt(matter.Reference, matter.Version);
        var officeId = (await services.GetRequiredService<MatterParties>().InAsync(matter, MatterParties.Owner, cancellationToken))!
            .OfficeId!
            .Value;
        var byMember = kind is StepKind.FollowUp or StepKind.Rate or StepKind.Close;
        var viewer = await ViewerAsync(
            services,
            byMember ? enquiry.Member.Person.Id : await AnsweringAsync(services, officeId, cancellationToken),
            cancellationToken
        );

        var result = kind switch
        {
            StepKind.Acknowledge => await services
                .GetRequiredService<AcknowledgeEnquiry>()
                .ExecuteAsync(new(at, numbers.Pick(EnquiryWords.Acknowledgements), true), viewer, cancellationToken),
            StepKind.Progress => await services
                .GetRequiredService<ReportProgress>()
                .ExecuteAsync(new(at, numbers.Pick(EnquiryWords.Progress)), viewer, cancellationToken),
            StepKind.Delay => await services
                .GetRequiredService<TellOfDelay>()
                .ExecuteAsync(
                    new(at, numbers.Pick(EnquiryWords.Delays), calendar.AddWorkingDays(enquiry.DueOn, numbers.Between(3, 8))),
                    viewer,
                    cancellationToken
                ),
            StepKind.Note => await services
                .GetRequiredService<AddNote>()
                .ExecuteAsync(new(at, numbers.Pick(EnquiryWords.Notes)), viewer, cancellationToken),
            StepKind.Reassign => await services
                .GetRequiredService<ReassignEnquiry>()
                .ExecuteAsync(new(at, OtherOffice(enquiry, officeId), numbers.Pick(EnquiryWords.Reassignments)), viewer, cancellationToken),
            StepKind.Reply => await services
                .GetRequiredService<ReplyToEnquiry>()
                .ExecuteAsync(
                    new(at, enquiry.Fill(enquiry.Topic.Reply), enquiry.ReplyWithFile ? [FiguresFor(enquiry)] : []),
                    viewer,
                    cancellationToken
                ),
            StepKind.ReplyAgain => await services
                .GetRequiredService<ReplyToEnquiry>()
                .ExecuteAsync(new(at, numbers.Pick(EnquiryWords.SecondReplies), []), viewer, cancellationToken),
            StepKind.FollowUp => await services
                .GetRequiredService<FollowUpEnquiry>()
                .ExecuteAsync(new(at, numbers.Pick(EnquiryWords.FollowUps), []), viewer, cancellationToken),
            StepKind.Rate => await services
                .GetRequiredService<RateAnswer>()
                .ExecuteAsync(new(at, enquiry.Rating!.Value, EnquiryWords.Comments[enquiry.Rating.Value - 1]), viewer, cancellationToken),
            StepKind.Close => await services.GetRequiredService<CloseEnquiry>().ExecuteAsync(new(at), viewer, cancellationToken),
            StepKind.LeaveUnanswered => await services
                .GetRequiredService<LeaveUnanswered>()
                .ExecuteAsync(new(at, true, enquiry.Topic.Reply, "email"), viewer, cancellationToken),
            _ => throw new InvalidOperationException($"{kind} is not an act in an enquiry."),
        };
        if (result is not ActResult.Done)
        {
            throw new InvalidOperationException($"{kind} in “{enquiry.Topic.Subject}” ({enquiry.Course}) was not done: {result}.");
        }
    }

    private Guid OtherOffice(PlannedEnquiry enquiry, Guid officeId) => cast.LeadsOf(enquiry.Topic).Last(office => office.Id != officeId).Id;

    private async Task<Guid> AnsweringAsync(IServiceProvider services, Guid officeId, CancellationToken cancellationToken) =>
        (await services.GetRequiredService<CouncilOnDate>().ActingInAsync([officeId], clock.Today(), cancellationToken))[0].PersonId;

    private Task<Viewer> ViewerAsync(IServiceProvider services, Guid personId, CancellationToken cancellationToken) =>
        services.GetRequiredService<Viewers>().OfAsync(personId, clock.Today(), cancellationToken);

    /// <summary>The answers that the member would have given to the protocol's questions.</summary>
    private Dictionary<string, string> FactsOf(PlannedEnquiry enquiry)
    {
        var facts = cast.Council.Answers.TryGetValue(enquiry.Topic.Kind, out var answers)
            ? new Dictionary<string, string>(answers)
            : new Dictionary<string, string>();
        if (enquiry.General)
        {
            facts["enquiry-scope"] = "general";
        }

        return facts;
    }

    private static IncomingFile DiaryOf(PlannedEnquiry enquiry)
    {
        var text = new StringBuilder($"What residents of {enquiry.Street} wrote down (fictional)\n\n");
        for (var i = enquiry.Number; i > 0; i--)
        {
            var day = enquiry.ReceivedOn.AddDays(-3 * i);
            text.Append(CultureInfo.InvariantCulture, $"{day.InWords()}: the same again.\n");
        }

        return new IncomingFile("diary-of-residents.txt", Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static IncomingFile FiguresFor(PlannedEnquiry enquiry)
    {
        var text = new StringBuilder("quarter,figure\n");
        for (var i = 0; i < 8; i++)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"{enquiry.ReceivedOn.Year - 2 + (i / 4)} Q{1 + (i % 4)},{(enquiry.Number * 11) + (i * 5 % 13)}\n"
            );
        }

        return new IncomingFile("figures.csv", Encoding.UTF8.GetBytes(text.ToString()));
    }
}
