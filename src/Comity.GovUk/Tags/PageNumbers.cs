namespace Comity.GovUk.Tags;

internal static class PageNumbers
{
    /// <summary>First, last, and the page with its neighbours; null for a gap. A gap of one page is that page.</summary>
    public static IEnumerable<int?> Around(int page, int pages)
    {
        var shown = Enumerable.Range(1, pages).Where(each => each == 1 || each == pages || Math.Abs(each - page) <= 1);
        var last = 0;
        foreach (var number in shown)
        {
            if (number - last == 2)
            {
                yield return number - 1;
            }
            else if (number - last > 2)
            {
                yield return null;
            }

            yield return number;
            last = number;
        }
    }
}
