namespace Comity.Service.Patterns;

/// <summary>What the Monitoring Officer may do about a pattern. Refusing a request is not among them.</summary>
public static class NextStep
{
    public const string Nothing = "nothing";
    public const string TalkToMember = "talk-to-member";
    public const string TalkToLeader = "talk-to-group-leader";
    public const string TalkToService = "talk-to-service";

    public static IReadOnlyList<string> All { get; } = [Nothing, TalkToMember, TalkToLeader, TalkToService];

    public static string InWords(string step) =>
        step switch
        {
            Nothing => "Nothing: it is as it should be",
            TalkToMember => "Talk to the member",
            TalkToLeader => "Talk to the leader of the member’s group",
            TalkToService => "Talk to the services about how they answer",
            _ => step,
        };
}
