using Comity.Service.Matters;
using Comity.Service.Search;

namespace Comity.Web.Pages.Find;

/// <summary>What somebody looks for. What is empty or null narrows nothing.</summary>
public sealed record Sought
{
    public string? Words { get; init; }
    public IReadOnlyList<string> Kinds { get; init; } = [];
    public IReadOnlyList<MatterState> States { get; init; } = [];
    public Guid? ServiceAreaId { get; init; }
    public Guid? WardId { get; init; }

    /// <summary>The person with whom it lies.</summary>
    public Guid? OwnerId { get; init; }

    /// <summary>The person who asked.</summary>
    public Guid? AskerId { get; init; }

    public DateOnly? ReceivedFrom { get; init; }

    /// <summary>The last day, inclusive.</summary>
    public DateOnly? ReceivedUntil { get; init; }

    public bool Overdue { get; init; }

    public IReadOnlyList<SearchTerm> Terms => SearchTerm.Read(Words);
}
