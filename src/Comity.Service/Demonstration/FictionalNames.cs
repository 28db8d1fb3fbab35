using System.Globalization;

namespace Comity.Service.Demonstration;

/// <summary>Names of people who do not exist, of the many backgrounds that a borough's people have. No full name comes twice.</summary>
internal sealed class FictionalNames(SeededNumbers numbers)
{
    private static readonly IReadOnlyList<(int Share, string Given, string Family)> Backgrounds =
    [
        (
            52,
            "Margaret Susan Janet Helen Karen Alison Rachel Emma Charlotte Lucy Sophie Bethany Hannah Joanne Gillian Pauline Diane Tracey Natalie Imogen "
                + "David Peter Stephen Andrew Mark Paul Ian Keith Graham Martin Simon Neil Jonathan Matthew Thomas Daniel Luke Harry George Adam Colin Trevor",
            "Ashworth Barlow Bradshaw Broughton Chadwick Crompton Dawson Entwistle Fairclough Fletcher Greenhalgh Hargreaves Hartley Haslam Holden Kershaw Lomax "
                + "Marsden Naylor Ogden Openshaw Pilkington Radcliffe Rigby Rothwell Seddon Shaw Sutcliffe Taylor Thornley Unsworth Walmsley Whittaker Winstanley Yates"
        ),
        (
            8,
            "Siobhan Niamh Ciara Maeve Orla Declan Liam Conor Padraig Eamon",
            "Byrne Doherty Gallagher Keane Nolan O’Brien O’Connor Quinn Sweeney"
        ),
        (
            7,
            "Fiona Isla Morag Catriona Eilidh Ewan Alasdair Callum Hamish Gregor",
            "Campbell Drummond Forsyth Kerr MacLeod Murray Ross Sinclair"
        ),
        (5, "Carys Rhian Sian Megan Gareth Huw Rhys Dafydd", "Bevan Davies Griffiths Llewellyn Morgan Pritchard"),
        (9, "Aisha Fatima Nadia Saima Zainab Imran Tariq Yusuf Bilal Hamza", "Ahmed Akhtar Hussain Iqbal Khan Mahmood Malik Rehman"),
        (6, "Priya Anjali Meera Nisha Rajesh Sanjay Vikram Harpreet Gurdeep Manjit", "Desai Gill Kaur Mistry Patel Sandhu Shah Sharma"),
        (6, "Adaeze Folake Ngozi Abena Chidi Emeka Kwame Tunde", "Adeyemi Boateng Eze Mensah Okafor Okonkwo Oyelaran"),
        (3, "Marcia Yvonne Denise Winston Leroy Delroy", "Campbell-Reid Francis Grant Morrison Thompson Walters"),
        (2, "Mei Li-Wen Siu Wai Jian", "Chan Cheung Lam Wong Zhang"),
        (2, "Agnieszka Katarzyna Marek Piotr Tomasz", "Kowalska-Wren Mazur Nowak Wozniak Zielinski"),
    ];

    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    public string Next()
    {
        while (true)
        {
            var background = Background();
            var name = $"{numbers.Pick(background.Given.Split(' '))} {numbers.Pick(background.Family.Split(' '))}";
            if (_taken.Add(name))
            {
                return name;
            }
        }
    }

    /// <summary>An address at a name that is set aside for examples, where no mail can arrive (RFC 2606, section 2).</summary>
    public static string Address(string name, string domain)
    {
        var letters = name.ToLower(CultureInfo.InvariantCulture).Where(c => c is ' ' or '-' || char.IsAsciiLetter(c));
        return $"{new string([.. letters]).Replace(' ', '.')}@{domain}";
    }

    private (int Share, string Given, string Family) Background()
    {
        var at = numbers.Below(Backgrounds.Sum(one => one.Share));
        foreach (var one in Backgrounds)
        {
            at -= one.Share;
            if (at < 0)
            {
                return one;
            }
        }

        return Backgrounds[0];
    }
}
