namespace Comity.Service.People;

/// <summary>What ties two people, in the words of the fact <c>tie</c> of the vocabulary (wigan 4.10).</summary>
public static class Tie
{
    public const string Family = "family";
    public const string CloseFriend = "close-friend";
    public const string Other = "other";

    public static string InWords(string tie) =>
        tie switch
        {
            Family => "Family",
            CloseFriend => "Close friends of old",
            _ => "Something else",
        };
}
