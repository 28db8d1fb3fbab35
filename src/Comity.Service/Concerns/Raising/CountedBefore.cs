namespace Comity.Service.Concerns.Raising;

/// <summary>How many concerns came before this one, as far as the viewer may see them: a number of what is walled off would tell that there is something.</summary>
/// <param name="BySame">By whoever raised this one.</param>
/// <param name="AboutSame">About the person whom this one is about.</param>
/// <param name="BetweenSame">Of both: by the one about the other.</param>
/// <param name="OtherWay">By the person whom this one is about, about whoever raised it.</param>
public sealed record CountedBefore(int BySame, int AboutSame, int BetweenSame, int OtherWay)
{
    public bool IsNone => BySame == 0 && AboutSame == 0 && OtherWay == 0;
}
