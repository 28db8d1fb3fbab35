using Comity.Service.People.Import;

namespace Comity.Service.Setup;

/// <summary>The answers so far. What is not answered is not there: nothing is assumed.</summary>
public sealed record SetUpAnswers
{
    /// <summary>The answer to "who is this here?": those who hold the role itself.</summary>
    public const string ItsOwnHolders = "itself";

    /// <summary>The answer to "who is this here?": nobody, so that a step that goes there stays a gap.</summary>
    public const string Nobody = "nobody";

    public string? Name { get; init; }
    public string? Kind { get; init; }
    public string? Nation { get; init; }
    public string? ProtocolKey { get; init; }
    public string? Title { get; init; }
    public string? Version { get; init; }
    public string? Status { get; init; }
    public string? Minute { get; init; }
    public DateOnly? AdoptedOn { get; init; }
    public PeopleFileEncoding Encoding { get; init; }
    public bool PeopleImported { get; init; }

    /// <summary>For each duty of the protocol: a role, or one of the two words above.</summary>
    public IReadOnlyDictionary<string, string> Duties { get; init; } = new Dictionary<string, string>();

    public bool LineManagersAgreed { get; init; }
    public bool RolesDone { get; init; }

    /// <summary>The council's own officer, when it is one.</summary>
    public Guid? MonitoringOfficerId { get; init; }

    /// <summary>Another council's officer, when it is one: a person outside the council.</summary>
    public string? OutsideName { get; init; }
    public string? OutsideEmail { get; init; }
    public string? OutsideBody { get; init; }
    public Guid? ClerkId { get; init; }
    public string? ClerkTitle { get; init; }

    /// <summary>The first question that has no answer yet.</summary>
    public SetUpStage FirstOpen =>
        Name is null ? SetUpStage.Council
        : ProtocolKey is null ? SetUpStage.Protocol
        : !PeopleImported ? SetUpStage.People
        : !RolesDone ? SetUpStage.Roles
        : MonitoringOfficerId is null && OutsideName is null ? SetUpStage.MonitoringOfficer
        : ClerkId is null ? SetUpStage.Clerk
        : SetUpStage.Check;
}
