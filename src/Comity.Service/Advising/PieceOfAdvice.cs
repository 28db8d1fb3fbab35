using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Advising;

/// <summary>
/// An officer's advice in a matter, as its author's own. What it says stands in its versions, which nobody but the author adds to; what members say to it
/// stands in its remarks.
/// </summary>
[Index(nameof(MatterId), nameof(Number), IsUnique = true)]
public sealed class PieceOfAdvice
{
    /// <summary>The kind of matter of advice that nobody asked for through the front door.</summary>
    public const string MatterKind = "advice-given";

    /// <summary>The place in such a matter of whoever gave the advice.</summary>
    public const string GivenBy = "advice-by";

    /// <summary>The place in such a matter of each member to whom it was given.</summary>
    public const string GivenTo = "advised";

    public Guid Id { get; init; }
    public Guid MatterId { get; init; }

    /// <summary>From 1 in its matter: whoever takes a matter over advises in their own name.</summary>
    public int Number { get; init; }

    /// <summary>The person whose advice it is; a keyed hash in a sealed matter.</summary>
    [MaxLength(80)]
    public required string AuthorToken { get; init; }

    public DateTime WrittenAt { get; init; }
    public ICollection<AdviceVersion> Versions { get; } = [];
    public ICollection<AdviceRemark> Remarks { get; } = [];
}
