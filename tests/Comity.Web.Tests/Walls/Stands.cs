namespace Comity.Web.Tests.Walls;

/// <summary>How somebody stands to a matter: what the matrix speaks of.</summary>
[Flags]
public enum Stands
{
    Nowhere = 0,
    Asks = 1,
    Owns = 1 << 1,

    /// <summary>It came up the ladder to them.</summary>
    Oversees = 1 << 2,
    Logged = 1 << 3,
    Copied = 1 << 4,

    /// <summary>Has raised it: a concern.</summary>
    Raises = 1 << 5,

    /// <summary>Hears it: a concern.</summary>
    Hears = 1 << 6,
}
