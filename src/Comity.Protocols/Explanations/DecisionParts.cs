namespace Comity.Protocols.Explanations;

/// <summary>All of an explanation that does not depend on the day: shared by all situations that are alike to the rules.</summary>
internal sealed record DecisionParts(Protocol Protocol, Outcome Outcome)
{
    public string? Fault { get; init; }

    public IReadOnlyList<Citation> DecidedBy { get; init; } = [];

    public IReadOnlyList<OverriddenNorm> Overridden { get; init; } = [];

    public IReadOnlyList<NearMiss> NearMisses { get; init; } = [];

    public IReadOnlyList<AnswerCondition> Conditions { get; init; } = [];

    public IReadOnlyList<RouteStep> Route { get; init; } = [];

    public IReadOnlyList<(SliceDue Due, IReadOnlyList<Citation> Citations)> Dues { get; init; } = [];

    public IReadOnlyList<StoppedDuty> Stops { get; init; } = [];

    public IReadOnlyList<Wall> Walls { get; init; } = [];

    public IReadOnlyList<KeptRegister> Registers { get; init; } = [];

    public IReadOnlyList<Publication> Publications { get; init; } = [];

    public IReadOnlyList<Guidance> Shows { get; init; } = [];

    public IReadOnlyList<Citation> Grounds { get; init; } = [];

    public IReadOnlyList<Alternative> Instead { get; init; } = [];

    public IReadOnlyList<UsedPresumption> Presumptions { get; init; } = [];

    public IReadOnlyList<Question> Questions { get; init; } = [];

    public Gap? Gap { get; init; }

    public IReadOnlyList<Guidance> Nearest { get; init; } = [];

    public IReadOnlyList<Clash> Clashes { get; init; } = [];

    public IReadOnlyList<Fault> Faults { get; init; } = [];

    public Who? Ask { get; init; }
}
