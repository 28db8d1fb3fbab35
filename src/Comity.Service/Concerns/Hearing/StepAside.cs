using Comity.Service.Matters;

namespace Comity.Service.Concerns.Hearing;

/// <param name="Reason">For the record and for whoever hears it next; whoever raised it is told that it is in other hands, and not why.</param>
public sealed record StepAsideRequest(MatterAt At, string? Reason);

/// <summary>One act, no questions asked: whoever hears a concern steps aside, and it goes to whom the protocol or the council's arrangement puts in their place.</summary>
public sealed class StepAside(ConcernMatters concerns, ConcernPassing passing, Messages messages)
{
    public const string Message = "stepped-aside";

    public Task<ActResult> ExecuteAsync(StepAsideRequest request, Viewer viewer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(viewer);
        return concerns.ActAsync(
            request.At,
            viewer,
            seen => seen.IsOpen && (seen.IsHearer || seen.SaysWhoHears),
            async opened =>
            {
                if (!string.IsNullOrWhiteSpace(request.Reason))
                {
                    await messages.PostAsync(
                        opened.Write,
                        opened.Matter,
                        Message,
                        Parts.Notes,
                        request.Reason.Trim(),
                        [],
                        cancellationToken
                    );
                }

                return await passing.WithoutAsync(opened, [viewer.PersonId], "Whoever had it stepped aside.", cancellationToken);
            },
            cancellationToken,
            leaves: true
        );
    }
}
