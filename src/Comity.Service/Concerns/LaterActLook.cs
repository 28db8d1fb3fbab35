namespace Comity.Service.Concerns;

/// <summary>Somebody has looked at a later act.</summary>
/// <param name="Did">One of the constants.</param>
public sealed record LaterActLook(Guid By, DateTime At, string Did)
{
    public const string Nothing = "nothing";
    public const string Spoke = "spoke";
    public const string OwnConcern = "own-concern";

    public static IReadOnlyList<string> All { get; } = [Nothing, Spoke, OwnConcern];

    public static string InWords(string did) =>
        did switch
        {
            Nothing => "Nothing further",
            Spoke => "I spoke with them",
            _ => "It is a concern of its own",
        };
}
