namespace Comity.Service.Concerns;

/// <summary>What follows from a concern. None is a punishment: that is for the council's disciplinary procedure, or for the arrangements under the members' code.</summary>
public sealed record Measure(string Key, string Words)
{
    /// <summary>The members' code is for those alone whom the law names (Localism Act 2011, s.28).</summary>
    public static Measure Code { get; } = new("code", "It is referred as a complaint under the members’ code, by its own way");

    public static Measure Discipline { get; } = new("discipline", "It is handed over to the council’s disciplinary procedure");

    public static IReadOnlyList<Measure> All { get; } =
    [
        new("apology", "An apology"),
        new("undertaking", "An undertaking that it does not happen again"),
        new("training", "Training"),
        new("explanation", "An explanation"),
        new("none", "No further action"),
        Discipline,
        Code,
    ];

    public static Measure? Find(string? key) => All.FirstOrDefault(measure => measure.Key == key);
}
