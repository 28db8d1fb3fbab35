using System.Text.Json.Nodes;
using Comity.Protocols.Explanations;
using Comity.Protocols.Language;
using Comity.Service.Matters;
using Comity.Service.Notifications;

namespace Comity.Service.Concerns.Hearing;

/// <param name="PersonId">Somebody in an office of the council, or of the principal council; null for a body from outside.</param>
/// <param name="Outside">Who it is where they have no place in the register: the Society of Local Council Clerks, another council's Monitoring Officer.</param>
/// <param name="Words">What both sides read.</param>
public sealed record BringInMediatorRequest(MatterAt At, Guid? PersonId, Guid? OfficeId, string? Outside, string Words);

/// <summary>
/// Whoever hears a concern brings somebody in who helps both sides to settle it (west-lavington 4.1 and 4.2, town 11). Both have to know of it, and whoever raised it to have
/// agreed. A mediator from the register sees what each side says of what happened, and not what was written to whoever hears it.
/// </summary>
public sealed class BringInMediator(
    ConcernMatters concerns,
    ConcernRules rules,
    ConcernCourses courses,
    NameHearer names,
    MatterParties parties,
    Audience audience,
    Messages messages,
    Notices notices
)
{
    public const string Message = "mediator";

    // Neither side's talk with whoever hears it, no note, no outcome.
    private static readonly string[] Opened = [Parts.Matter, Parts.Content, Parts.Raiser, Parts.Told, Parts.Answer, Parts.Mediation];

    /// <summary>What the protocol says of mediators; empty where it is silent.</summary>
    public async Task<IReadOnlyList<Guidance>> SaysAsync(ConcernSeen seen, Viewer viewer, DateOnly on, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentNullException.ThrowIfNull(viewer);
        var concern = seen.Course.CaseOn(on);
        var without = await rules.SettlingAsync(concern, viewer.PersonId, new Dictionary<string, string>(), cancellationToken);
        var wanted = await rules.SettlingAsync(
            concern,
            viewer.PersonId,
            new Dictionary<string, string> { ["mediation-wanted"] = "yes", ["independent-advice-needed"] = "yes" },
            cancellationToken
        );
        return
        [
            .. wanted.Shows.Where(show => show.Citation.Layer == Layer.Protocol && without.Shows.All(other => other.Text != show.Text)),
        ];
    }

    public Task<ActResult> ExecuteAsync(BringInMediatorRequest request, Viewer viewer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(viewer);
        return concerns.ActAsync(
            request.At,
            viewer,
            seen => seen is { IsHearer: true, Matter.State: MatterState.Acknowledged },
            async opened =>
            {
                var (write, matter, course) = (opened.Write, opened.Matter, opened.Course);
                if (course.ToldAt is null)
                {
                    return new(
                        "The person whom it is about does not know of it yet. Tell them first: nobody can talk to both before.",
                        Audience.SafeguardSource
                    );
                }

                if (!course.HasConsent(ConcernConsent.Mediation))
                {
                    return new("Whoever raised it has not agreed to a mediator. Write to them and ask.", Audience.SafeguardSource);
                }

                if (course.MediationUnderWay is not null)
                {
                    return new("Somebody is talking to both sides already. Say how that went first.", Audience.SafeguardSource);
                }

                var held = (await names.MayHearAsync(course, write.Today, cancellationToken)).FirstOrDefault(one =>
                    one.PersonId == request.PersonId && one.OfficeId == request.OfficeId
                );
                var isOutside = request.PersonId is null && !string.IsNullOrWhiteSpace(request.Outside);
                if ((held is null && !isOutside) || course.Step.Hearers.Any(hearer => hearer.PersonId == held?.PersonId))
                {
                    return new("That person may not mediate here: choose another.", Audience.SafeguardSource);
                }

                var mediation = new Mediation(
                    held is null ? request.Outside!.Trim() : $"{held.PersonName} ({held.Title})",
                    held?.PersonId,
                    held?.OfficeId,
                    write.At
                );
                foreach (var place in new[] { MatterParties.RaisedBy, MatterParties.About })
                {
                    var side = opened.Seen.Parties.First(party => party.Place == place).Token;
                    audience.Give(write, matter, side, [Parts.Mediation], "A mediator was brought in.", Audience.SafeguardSource);
                }

                foreach (var side in Sides(course))
                {
                    await notices.TellAsync(write, side, matter, "Somebody is to help both sides.", cancellationToken);
                }

                if (held is not null)
                {
                    var party = await parties.PlaceAsync(
                        write,
                        matter,
                        MatterParties.Mediates,
                        held.PersonId,
                        held.OfficeId,
                        cancellationToken,
                        inPerson: true
                    );
                    audience.Give(write, matter, party.Token, Opened, "Mediates.", Audience.SafeguardSource);
                    await notices.TellAsync(write, held.PersonId, matter, "You are asked to help both sides.", cancellationToken);
                }

                write.Record("concern-mediator", matter, Parts.Mediation, new JsonObject { ["mediator"] = mediation.Name });
                await messages.PostAsync(
                    write,
                    matter,
                    Message,
                    Parts.Mediation,
                    $"{mediation.Name}: {request.Words}",
                    [],
                    cancellationToken
                );
                await courses.KeepAsync(matter, course with { Mediations = [.. course.Mediations, mediation] }, cancellationToken);
                return null;
            },
            cancellationToken
        );
    }

    /// <summary>Those of the two sides who can be told by email: whoever reports without an account comes back with their code.</summary>
    internal static IEnumerable<Guid> Sides(ConcernCourse course) =>
        course.RaisedBy is { } raiser ? [raiser, course.About] : [course.About];
}
