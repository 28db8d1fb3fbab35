using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Concerns.Hearing;

/// <param name="Reason">For whoever hears it next; it may stay empty.</param>
public sealed record AskAnotherHearerRequest(MatterAt At, string? Reason);

/// <summary>
/// Whoever raised a concern has it put into other hands when nobody took it up in time: whoever hears it may be ill, away, or leave it lying. It stays at the same step
/// of the protocol, and the next who may has it.
/// </summary>
public sealed class AskAnotherHearer(ComityDb db, ConcernMatters concerns, ConcernPassing passing, Messages messages)
{
    public const string Message = "not-taken-up";

    private static readonly string[] Awaited = [ConcernClocks.TakeUpDuty, ConcernClocks.NameHearerDuty];

    /// <summary>Whether somebody still owes it, past the day, to take the concern up or to say who hears it.</summary>
    public static bool IsLate(IEnumerable<Duty> owed, DateOnly today) =>
        owed.Any(duty => Awaited.Contains(duty.Kind) && duty.State == DutyState.Owed && duty.DueOn < today);

    public Task<ActResult> ExecuteAsync(AskAnotherHearerRequest request, Viewer viewer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(viewer);
        return concerns.ActAsync(
            request.At,
            viewer,
            seen => seen is { IsRaiser: true, Matter.State: MatterState.Open },
            async opened =>
            {
                var (write, matter) = (opened.Write, opened.Matter);
                var owed = await db.Duties.Where(duty => duty.MatterId == matter.Id).ToListAsync(cancellationToken);
                if (!IsLate(owed, write.Today))
                {
                    var due = owed.Find(duty => Awaited.Contains(duty.Kind) && duty.State == DutyState.Owed)?.DueOn;
                    return new(
                        due is { } day
                            ? $"They have until {day.InWords()} to take it up."
                            : "Neither the protocol nor the council names a day by which it is taken up. You can take it on to the next step.",
                        Audience.SafeguardSource
                    );
                }

                if (!string.IsNullOrWhiteSpace(request.Reason))
                {
                    await messages.PostAsync(write, matter, Message, Parts.Dialogue, request.Reason.Trim(), [], cancellationToken);
                }

                return await passing.WithoutAsync(
                    opened,
                    [.. opened.Course.Step.Hearers.Select(hearer => hearer.PersonId)],
                    "It was not taken up in time.",
                    cancellationToken
                );
            },
            cancellationToken
        );
    }
}
