using Microsoft.EntityFrameworkCore;

namespace Comity.Service.ProtocolLibrary;

/// <summary>
/// Which adopted texts are read together from a day on: the protocol with its vocabulary, the law, the safeguards and the calendar. A new edition is added when any
/// of them changes; what was decided under an older one replays from it.
/// </summary>
[Index(nameof(From))]
public sealed class TextEdition
{
    public Guid Id { get; init; }
    public DateOnly From { get; init; }

    /// <summary>"path sha256" lines, in order of path.</summary>
    public required string Texts { get; init; }

    public DateTime RecordedAt { get; init; }
}
