namespace Comity.Service.People.Import;

/// <summary>One difference between file and register, as it is shown before anything is written, and what writing it needs.</summary>
public abstract record ImportStep(string What, string? Before, string? After)
{
    public sealed record Rename(string From, string To) : ImportStep("name", From, To);

    public sealed record Readdress(string? From, string? To) : ImportStep("email", From, To);

    public sealed record Rekey(string? From, string To) : ImportStep("key", From, To);

    public sealed record BelongTo(string? From, string? To) : ImportStep("outside body", From, To);

    /// <summary>Takes up an office: one that stands empty, or (without an id) a new one.</summary>
    public sealed record TakeOffice(
        WantedOffice Office,
        Guid? VacantOfficeId,
        string? Ward,
        string? Service,
        DateOnly From,
        DateOnly? Until
    ) : ImportStep("office", null, Office.Title);

    public sealed record LeaveOffice(Holding Holding, string Title, DateOnly LastDay) : ImportStep("office", Title, null);

    public sealed record ChangeTerm(Holding Holding, string Title, DateOnly From, DateOnly? Until)
        : ImportStep($"term as {Title}", Days(Holding.From, Holding.Until), Days(From, Until));

    public sealed record MarkOffice(Guid OfficeId, string Title, bool Restricted, bool Junior, string Was, string Becomes)
        : ImportStep($"post {Title}", Was, Becomes);

    public sealed record Join(BodyKind Kind, string Body, string Place, DateOnly From, DateOnly? Until)
        : ImportStep(Kind == BodyKind.PoliticalGroup ? "group" : "committee", null, $"{Body} ({Place})");

    public sealed record Leave(Membership Membership, BodyKind Kind, string Body, DateOnly LastDay)
        : ImportStep(Kind == BodyKind.PoliticalGroup ? "group" : "committee", $"{Body} ({Membership.Place})", null);

    public sealed record ReportTo(string ManagerKey, string ManagerName, LineManagement? Replaces, string? Was)
        : ImportStep("line manager", Was, ManagerName);

    public sealed record ReportToNobody(LineManagement Ends, string Was) : ImportStep("line manager", Was, null);

    private static string Days(DateOnly from, DateOnly? until) =>
        until is { } end ? $"{from:yyyy-MM-dd} to {end:yyyy-MM-dd}" : $"from {from:yyyy-MM-dd}";
}
