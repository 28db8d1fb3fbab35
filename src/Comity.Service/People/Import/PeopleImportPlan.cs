namespace Comity.Service.People.Import;

/// <summary>What an import would do, and what keeps it from being done. Nothing is written by making it.</summary>
public sealed record PeopleImportPlan
{
    /// <summary>Each must be put right in the file first. In order of line.</summary>
    public required IReadOnlyList<ImportProblem> Problems { get; init; }

    /// <summary>Worth a look; they stop nothing.</summary>
    public required IReadOnlyList<ImportProblem> Warnings { get; init; }

    public bool OfferWindows1252 { get; init; }
    public IReadOnlyList<string> NewWards { get; init; } = [];
    public IReadOnlyList<string> NewGroups { get; init; } = [];
    public IReadOnlyList<string> NewCommittees { get; init; } = [];

    /// <summary>With the service each is to be part of.</summary>
    public IReadOnlyList<(string Name, string? PartOf)> NewServices { get; init; } = [];

    public IReadOnlyList<PersonChange> Changes { get; init; } = [];

    /// <summary>In the register with an office and not in the file. An import leaves them as they are.</summary>
    public IReadOnlyList<string> NotInFile { get; init; } = [];

    public int Rows { get; init; }
    public int Added => Changes.Count(change => change.IsNew);
    public int Changed => Changes.Count(change => !change.IsNew && change.Steps.Count > 0);
    public int Unchanged => Changes.Count(change => change.IsSame);
    public bool HasNewNames => NewWards.Count + NewGroups.Count + NewCommittees.Count + NewServices.Count > 0;
    public bool CanImport => Problems.Count == 0;

    /// <summary>What the plan would do, in a few characters: an import agreed to on one plan is refused if by then it would do something else.</summary>
    public required string Fingerprint { get; init; }
}
