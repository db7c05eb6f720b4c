children = Children
children-who = Who needs care?
    .me = Me
    .my-child = My child
children-age = How old is the child?
children-free = Care is free for anybody under { $age-adult }. The child is { $age }.
children-wish = What do you want to ask?
children-thanks = Thank you. You wrote: { $wish }
