using Comity.Service.Matters;

namespace Comity.Service.Requests;

/// <summary>What has been filled in so far. Everything may still be missing.</summary>
public sealed record DraftAnswers
{
    public string? Kind { get; init; }

    /// <summary>The member for whom an officer logs it; null when the member writes it.</summary>
    public Guid? MemberId { get; init; }

    public DateOnly? ReceivedOn { get; init; }

    /// <summary>Answers to the protocol's questions, by fact.</summary>
    public IReadOnlyDictionary<string, string> Facts { get; init; } = new Dictionary<string, string>();

    public string? Subject { get; init; }
    public string? Question { get; init; }
    public Guid? ServiceAreaId { get; init; }

    /// <summary>The member does not know the service, or there is none: it goes to the clerk.</summary>
    public bool NoService { get; init; }
    public Guid? WardId { get; init; }
    public string? Capacity { get; init; }
    public bool Sealed { get; init; }
    public string? ConstituentName { get; init; }
    public string? ConstituentContact { get; init; }
    public string? ConstituentAddress { get; init; }
    public bool? ConstituentAskedThemselves { get; init; }
    public string? ConstituentBasis { get; init; }
    public bool? ConstituentSensitive { get; init; }
    public bool ConstituentOnlyWhatIsNeeded { get; init; }

    /// <summary>By which right it is asked, where the member has said it.</summary>
    public string? Right { get; init; }

    /// <summary>On whose authority, of work for an officer; null while that is not said.</summary>
    public Authority? Authority { get; init; }
    public string? ReasonToGoOn { get; init; }

    /// <summary>What had been said in "May I …?", of a question about the protocol.</summary>
    public AskedSituation? About { get; init; }
    public IReadOnlyList<DraftFile> Files { get; init; } = [];
}
