using System.Text.Json.Nodes;
using Comity.Service.Matters;
using Comity.Service.Record;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Concerns.Hearing;

/// <param name="Other">The reference of the other concern, as it was chosen or typed.</param>
/// <param name="Reason">What the two have to do with each other.</param>
public sealed record LinkConcernsRequest(MatterAt At, string? Other, string Reason);

/// <summary>
/// Whoever hears a concern links another one to it. Nobody who is a party to the one hears the other: whoever hears it and is, has it no longer, and the next who may has it.
/// The other one need not be one that they may see: a complaint about how a concern was heard names one that is walled off from whoever looks into it. What is done with it then is done
/// without a word, and whether there is such a concern nobody learns.
/// </summary>
public sealed class LinkConcerns(
    ComityDb db,
    ConcernMatters concerns,
    ConcernRules rules,
    ConcernCourses courses,
    ConcernPassing passing,
    Messages messages
)
{
    public const string Message = "linked";

    private const string Ending = "It was linked to another concern, to which whoever had it is a party.";

    public Task<ActResult> ExecuteAsync(LinkConcernsRequest request, Viewer viewer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(viewer);
        return concerns.ActAsync(
            request.At,
            viewer,
            seen => seen is { IsHearer: true, IsOpen: true },
            async opened =>
            {
                var (write, matter, course) = (opened.Write, opened.Matter, opened.Course);
                if (!PublicReference.TryParse(request.Other, out var wanted) || wanted.Value == matter.Reference)
                {
                    return new("Give the reference of another concern, as it stands above its title.", Audience.SafeguardSource);
                }

                // Read without the wall: what comes of it shows in the other concern alone.
                var other = await db.Matters.SingleOrDefaultAsync(
                    row => row.Reference == wanted.Value && row.Kind == Concern.MatterKind,
                    cancellationToken
                );
                var isSeen = other is not null && await concerns.FindAsync(wanted.Value, viewer, cancellationToken) is not null;
                var isLinked = other is not null && course.Linked.Any(link => link.MatterId == other.Id);
                if (isSeen && isLinked)
                {
                    return new("The two are linked already.", Audience.SafeguardSource);
                }

                write.Record("concern-linked", matter, Parts.Notes, new JsonObject());
                await messages.PostAsync(write, matter, Message, Parts.Notes, request.Reason, [], cancellationToken);
                if (other is null || isLinked)
                {
                    return null;
                }

                var its = await courses.ReadAsync(other.Id, cancellationToken);
                await LinkAsync(write, matter, course, other.Id, isSeen ? its : null, request.Reason, viewer, cancellationToken);

                // Who linked it is in this concern's record; in the other's it would tell its readers who hears this one.
                write.GoOnAsService();
                other.Version++;
                if (other.State is MatterState.Open or MatterState.Acknowledged)
                {
                    await LinkAsync(write, other, its, matter.Id, course, request.Reason, viewer, cancellationToken);
                }
                else
                {
                    await courses.KeepAsync(other, With(its, matter.Id, request.Reason, viewer, write.At), cancellationToken);
                }

                return null;
            },
            cancellationToken
        );
    }

    /// <param name="theirs">The course of the other one, whose parties do not hear this one; null where whoever links them would learn from it who they are.</param>
    private async Task LinkAsync(
        CouncilWrite write,
        Matter matter,
        ConcernCourse course,
        Guid other,
        ConcernCourse? theirs,
        string reason,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        course = With(course, other, reason, viewer, write.At);
        Guid[] parties = theirs is null ? [] : [theirs.About, .. theirs.RaisedBy is { } raiser ? [raiser] : Array.Empty<Guid>()];
        var shut = course with { Shut = [.. course.Shut.Concat(parties).Distinct()] };
        var gone = new List<Guid>();
        foreach (var hearer in shut.Step.Hearers)
        {
            if (
                parties.Contains(hearer.PersonId) && !await rules.MayHearAsync(shut.CaseOn(write.Today), hearer.PersonId, cancellationToken)
            )
            {
                gone.Add(hearer.PersonId);
            }
        }

        // Where nobody is left it stays, and the job that looks after every concern tries again.
        if (gone.Count == 0 || await passing.WithoutAsync(write, matter, shut, gone, Ending, cancellationToken) is not null)
        {
            await courses.KeepAsync(matter, shut, cancellationToken);
        }
    }

    private static ConcernCourse With(ConcernCourse course, Guid other, string reason, Viewer viewer, DateTime at) =>
        course with
        {
            Linked = [.. course.Linked, new LinkedConcern(other, reason, viewer.PersonId, at)],
        };
}
