using Comity.Service.Matters;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Arrangements;

/// <summary>
/// Nobody decides about themselves. An arrangement bears on every duty still open, so whoever owes one, or is owed one, does not settle it.
/// This is a safeguard of Comity's and no clause of any protocol.
/// </summary>
internal static class OwnMatter
{
    public const string Refusal =
        "It would bear on something that you owe or are owed, and nobody decides about themselves. Ask another keeper of the register. This is a safeguard of Comity's own (comity/1), not a clause of the protocol.";

    public static Task<bool> ConcernsAsync(this ComityDb db, Viewer viewer, CancellationToken ct) =>
        db.Duties.AnyAsync(
            duty =>
                duty.State == DutyState.Owed && (viewer.Tokens.Contains(duty.DebtorToken) || viewer.Tokens.Contains(duty.CreditorToken)),
            ct
        );
}
