namespace Comity.Service.People.Import;

/// <summary>What an import does to one person. Nothing to do means that file and register agree.</summary>
public sealed record PersonChange(PeopleRow Row, Guid PersonId, bool IsNew, IReadOnlyList<ImportStep> Steps)
{
    public bool IsSame => !IsNew && Steps.Count == 0;
}
