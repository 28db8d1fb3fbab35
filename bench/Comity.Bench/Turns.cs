using System.Diagnostics;
using System.Globalization;

namespace Comity.Bench;

/// <summary>
/// Lets several ways of doing the same take turns on stretches of the same situations: what else the machine does meets all of them alike, and the median of
/// the turns is the figure.
/// </summary>
internal static class Turns
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    /// <param name="title">What is measured.</param>
    /// <param name="situations">How many situations there are.</param>
    /// <param name="stretch">How many of them make a turn.</param>
    /// <param name="rounds">How often each goes through all of them.</param>
    /// <param name="subjects">The ways, each with what it does from a place on; the first is what the others are a multiple of.</param>
    public static void Measure(
        string title,
        int situations,
        int stretch,
        int rounds,
        params (string Name, Func<int, ulong> Work)[] subjects
    )
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < WarmUp; )
        {
            Array.ForEach(subjects, subject => subject.Work(0));
        }

        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        var times = Array.ConvertAll(subjects, _ => new List<double>());
        for (var start = 0; start < situations * rounds; start += stretch)
        {
            for (var i = 0; i < subjects.Length; i++)
            {
                var watch = Stopwatch.StartNew();
                GC.KeepAlive(subjects[i].Work(start % situations));
                times[i].Add(watch.Elapsed.TotalNanoseconds / stretch);
            }
        }

        Console.WriteLine(title);
        // What stands in brackets only puts things back as the others find them.
        for (var i = 0; i < subjects.Length && subjects[i].Name[0] != '('; i++)
        {
            var (median, floor) = (Median(times[i]), Median(times[0]));
            Console.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"  {subjects[i].Name, -46} {median, 9:F1} ns {median / floor, 9:F2} ×")
            );
        }
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
