using System.Globalization;
using Comity.Bench;

// What is measured, each as a ratio to something simple in the same run: see docs/performance.md for the figures and how to read them.
return args switch
{
    ["decisions"] => Decisions.Run(),
    ["packs"] => PackDecisions.Run(),
    ["peers"] => Peers.Run(),
    ["relations"] => Relations.Run(),
    ["questions"] => Questions.Run(),
    ["analysis", var command] => Analyses.Run(command),
    ["pages", var web] => await PageSpeed.RunAsync(web),
    ["pages", var web, var matters] => await PageSpeed.RunAsync(
        web,
        int.Parse(matters, NumberStyles.AllowThousands, CultureInfo.InvariantCulture)
    ),
    ["bare", var database, var address] => await BarePage.RunAsync(database, address),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("bench/run decisions         one explained decision beside a hand-written switch");
    Console.Error.WriteLine("bench/run packs             the same for an act of each of the other protocols");
    Console.Error.WriteLine("bench/run peers             the same decisions by rule libraries of .NET");
    Console.Error.WriteLine("bench/run relations         explanations with the relations of 10,000 people");
    Console.Error.WriteLine("bench/run questions         questions asked until an answer is settled, beside the fewest possible");
    Console.Error.WriteLine("bench/run analysis          check, prove and diff of every protocol of the repository");
    Console.Error.WriteLine("bench/run pages             matter page and lists beside a bare Razor page over the same database");
    Console.Error.WriteLine("bench/run pages 1,000,000   the same with 10,000 matters and with so many");
    return 2;
}
