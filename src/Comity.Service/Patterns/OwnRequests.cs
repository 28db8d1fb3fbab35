namespace Comity.Service.Patterns;

/// <summary>How much somebody has asked: what of it is open, and how much came lately.</summary>
public sealed record OwnRequests(int Open, int Lately)
{
    /// <summary>What counts as lately.</summary>
    public const int Months = 3;
}
