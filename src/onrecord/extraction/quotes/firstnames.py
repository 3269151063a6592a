"""Common first names that settle "he" or "she" where no title does."""

from __future__ import annotations

from onrecord.extraction.quotes.lexicon import words

FEMALE = words("""
abigail ada adele agnes aileen aisha alexandra alexis alice alicia alison allison alyssa amanda amber amelia amy ana
anastasia andrea angela angelina anita ann anna anne annette annie antonia april aretha ariana ashley audrey aung
barbara beatrice becky belinda bernadette bernice beth betsy betty beverly beyonce bonnie brenda bridget britney
brittany camila camille candace carla carly carmen carol carole caroline carolyn cassandra catherine cathy cecilia
celeste charlotte chelsea cheryl chloe christina christine cindy claire clara claudia colleen condoleezza connie
constance courtney crystal cynthia daisy dana daniela danielle darlene dawn debbie deborah debra deirdre denise diana
diane dianne dina dolores donna dora doris dorothy edith eileen elaine eleanor elena elisabeth elise elizabeth ella
ellen ellie eloise elsa emily emma erica erika erin esther ethel eva eve evelyn farah fatima fiona florence frances
gabrielle gail geraldine gina ginger gladys glenda gloria grace greta gretchen gwen gwendolyn hannah harriet heather
heidi helen helena hilary hillary holly hope huma ida ilene ingrid irene iris isabel isabella ivanka ivy jackie
jacqueline jamila jane janet janice jasmine jean jeanne jen jenna jennifer jenny jessica jill jo joan joanna joanne
jocelyn josephine joy joyce juanita judith judy julia juliana julie june kamala karen karin kate katelyn katherine
kathleen kathryn kathy katie katrina kayla keiko kellyanne kelly kendra kerry kim kimberly kirsten kirstjen kristen kristin
kristina kristine lara laura lauren laurie leah leila lena leslie lila lillian lily linda lindsay lindsey lisa liz
lois lori lorraine louise lucia lucille lucy lydia lynn lynne mabel madeleine madeline maggie mandy margaret margarita
maria mariah marian marie marilyn marina marjorie marlene martha mary maryam maureen maxine megan meghan melania melanie
melinda melissa mercedes meredith mia michelle mildred miriam moira mollie molly monica muriel myra nadia nancy naomi
natalia natalie natasha nellie nicola nicole nikki nina nora norma olga olivia oprah pamela patricia patsy patti paula
pauline pearl peggy penelope penny phyllis priscilla rachel ramona rebecca regina renee rhonda rita roberta robin
rosa rosalind rose rosemary roxanne ruby ruth sabrina sally samantha sandra sara sarah sasha selena serena shannon
sharon sheila shelly sherry shirley silvia simone sofia sonia sonya sophia sophie stacey stacy stella stephanie sue
summer susan susana susanna suzanne svetlana sylvia tabitha tamara tammy tanya tara tatiana teresa tess theresa tiffany
tina tracy tricia ursula valerie vanessa vera veronica vicki vicky victoria viola violet virginia vivian wanda wendy
whitney whoopi wilma winifred yolanda yoko yvonne zara zoe malala aung megyn carly donna kayleigh naftali tulsi ilhan
rashida ayanna alexandria jeanine jen condi elise kirsten gennifer juanita paula kathleen leticia letitia loretta sonia
ruth ketanji liu chrystia angela theresa jacinda christine marine sanna mette ursula federica dilma cristina michelle
park marissa sheryl arianna gretchen ainsley dana greta laura
""")

MALE = words("""
aaron abdul abdullah abraham adam adrian ahmed alan albert alec alejandro alex alexander alexei alexis alfred ali allan
allen alvin amir anderson andre andreas andrei andres andrew andy angelo anthony antonin antonio arnold arthur asif
bashar ben benjamin bernard bernie bill billy bob bobby boris brad bradley brandon brendan brent bret brett brian bruce
bryan byron calvin cameron carl carlos cecil chad charles charlie chester chris christian christopher chuck clarence
claude clayton clifford clint clinton colin conor corey cory craig curt curtis dale damon dan daniel danny darrell
darren dave david dean dennis derek desmond dick diego dmitri dmitry dominic don donald doug douglas drew duncan dustin
dwight earl ed eddie edgar eduardo edward edwin eli elias elliot elliott elon emmanuel enrique eric erik ernest ethan
eugene evan felipe felix ferdinand fernando floyd francis francisco francois frank franklin fred frederick gabriel gary
gavin gene geoffrey george gerald gerard gilbert giovanni glen glenn gordon graham grant greg gregg gregory guillermo
gus guy hakeem hank hans harold harry harvey hassan hector henry herbert herman hiroshi howard hubert hugh hugo hussein ian
ibrahim igor isaac ivan jack jackson jacob jaime jake jamal james jamie jan jared jason javier jay jeb jeff jeffrey
jeremiah jeremy jerome jerry jesse jesus jim jimmy joachim joao joe joel johan johannes john johnny jon jonathan jordan
jorge jose josef joseph josh joshua josip juan julian julio julius junior justin karl keith ken kenneth kevin kim kirk
klaus kofi kurt kyle lance larry lars lawrence lee leo leon leonard leonardo leroy lester lewis lindsey lloyd logan lou
louis luca lucas luis luke luther malcolm manuel marc marcel marco marcus mario mark marshall martin marvin mathew
matt matthew maurice mauricio max maxwell mehmet mel melvin michael miguel mike mikhail miles milo milton mitch mitt
mohamed mohammad mohammed morgan moses muhammad nate nathan nathaniel ned neil nelson newt nicholas nick nicolas nigel
noah noam norman oleg oliver omar orlando orrin oscar otto owen pablo patrick paul pedro percy perry pete peter phil
philip phillip pierre preston rafael ralph ramon rand randall randy raul ray raymond recep reggie reince reuben rex
ricardo richard rick ricky rob robert roberto rod rodney rodrigo roger roland ron ronald ronnie rory ross roy ruben rudolph
rudy rupert russ russell ryan salman salvador sam samuel sanjay saul scott sean sebastian sergei sergey sergio seth
shaun shawn sheldon shinzo sidney silvio simon spencer stan stanley stefan stephen steve steven stuart sunil taro taylor
ted terrence terry theodore thomas tim timothy toby todd tom tommy tony travis trent trevor trey tyler vernon victor
vince vincent vladimir wade wallace walter warren wayne wesley will willard william willie winston wolfgang wolf woody
xavier xi yasser yitzhak yuri zachary fumio itsunori narendra barack volodymyr benjamin
""")


def gender_of(name: str) -> str | None:
    """ "f" or "m" by the first name; None where it is unknown, borne by both, or only a surname is given."""
    words = name.lower().replace(".", " ").split()
    if len(words) < 2:
        return None
    for word in words[:-1]:
        female, male = word in FEMALE, word in MALE
        if female != male:
            return "f" if female else "m"
    return None
