namespace Comity.Service.Templates;

/// <summary>What a template is a start for: the words of the messages it becomes.</summary>
public static class TemplateUse
{
    public const string Reply = "reply";
    public const string Acknowledgement = "acknowledgement";
    public const string Progress = "progress";

    public static IReadOnlyList<string> All { get; } = [Reply, Acknowledgement, Progress];

    public static string InWords(string use) =>
        use switch
        {
            Reply => "A full reply",
            Acknowledgement => "An acknowledgement",
            Progress => "News of how it is going",
            _ => use,
        };
}
