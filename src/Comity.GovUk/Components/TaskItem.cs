namespace Comity.GovUk.Components;

public sealed record TaskItem
{
    public TaskText? Title { get; init; }

    public TaskText? Hint { get; init; }

    public TaskStatus? Status { get; init; }

    public string? Href { get; init; }

    public string? Classes { get; init; }
}
