namespace Comity.Service.People.Import;

/// <summary>What a file of people may be. A larger council imports in parts: a file never ends the place of somebody who is not in it.</summary>
public static class PeopleFileLimits
{
    public const int Bytes = 5 * 1024 * 1024;
    public const int Rows = 20_000;
    public const int ValueLength = 1_000;

    /// <summary>Beyond this many problems the rest are counted and not shown.</summary>
    public const int ProblemsShown = 500;
}
